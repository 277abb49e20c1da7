package io.emporium.gateway.routing;

import io.emporium.gateway.problem.ServiceSilent;
import io.netty.channel.ChannelOption;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/// Whether a service lives. Its answers are its pulse; when there were none for a while, it is
/// asked. A slow answer and a dead service look alike to one who waits: this tells them apart long
/// before a timeout that suits the slow.
///
/// A service that has a crowd before it is slow to say anything, though what asks for a sign of
/// life need not queue: it shares the processor with all the rest. So it is given longer.
final class Pulse {

  /// How long a service may take to say that it lives, and how old its last answer may be.
  private static final Duration PATIENCE = Duration.ofMillis(1250);

  private static final int CROWD = 50;
  private static final Duration FOR_EACH_IN_A_CROWD = Duration.ofMillis(25);
  private static final Duration MOST_PATIENCE = Duration.ofSeconds(12);

  private final Mono<Boolean> lives;
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile long lastAnswer;

  Pulse(URI service) {
    this.lastAnswer = System.nanoTime() - PATIENCE.toNanos();
    // A connection of its own each time: an open one may lead to a process that is no more.
    HttpClient http =
        HttpClient.newConnection()
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(PATIENCE.toMillis()));
    String liveness = service.resolve("/health/liveness").toString();
    this.lives =
        Mono.defer(
                () ->
                    Mono.firstWithSignal(
                        http.get().uri(liveness).response().thenReturn(true),
                        patienceOver(System.nanoTime())))
            .onErrorReturn(false)
            // Answers that came meanwhile count as much: under load they may overtake this one.
            .map(living -> living || answeredLately())
            // However many wait, one asks.
            .cache(Duration.ofMillis(500));
  }

  /// A call begins. Each is followed by one [#ended()].
  void began() {
    waiting.incrementAndGet();
  }

  void ended() {
    waiting.decrementAndGet();
  }

  void answered() {
    lastAnswer = System.nanoTime();
  }

  /// Completes when the service lives.
  ///
  /// @return fails with [ServiceSilent] when it does not
  Mono<Void> check() {
    return answeredLately()
        ? Mono.empty()
        : lives.flatMap(living -> living ? Mono.empty() : Mono.error(new ServiceSilent()));
  }

  // Asked anew from time to time: a crowd may gather while the first of it waits.
  private Mono<Boolean> patienceOver(long since) {
    return Mono.delay(patience().minusNanos(System.nanoTime() - since))
        .flatMap(
            _ ->
                System.nanoTime() - since < patience().toNanos()
                    ? patienceOver(since)
                    : Mono.just(false));
  }

  private Duration patience() {
    int beyond = Math.max(0, waiting.get() - CROWD);
    Duration wanted = PATIENCE.plus(FOR_EACH_IN_A_CROWD.multipliedBy(beyond));
    return wanted.compareTo(MOST_PATIENCE) < 0 ? wanted : MOST_PATIENCE;
  }

  private boolean answeredLately() {
    return System.nanoTime() - lastAnswer < PATIENCE.toNanos();
  }
}
