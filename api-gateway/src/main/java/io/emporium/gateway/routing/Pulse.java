package io.emporium.gateway.routing;

import io.emporium.gateway.problem.ServiceSilent;
import io.netty.channel.ChannelOption;
import java.net.URI;
import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/// Whether a service lives. Its answers are its pulse; when there were none for a while, it is
/// asked. A slow answer and a dead service look alike to one who waits: this tells them apart long
/// before a timeout that suits the slow.
final class Pulse {

  /// How long a service may take to say that it lives, and how old its last answer may be.
  private static final Duration PATIENCE = Duration.ofMillis(1250);

  private final Mono<Boolean> lives;
  private volatile long lastAnswer;

  Pulse(URI service) {
    this.lastAnswer = System.nanoTime() - PATIENCE.toNanos();
    // A connection of its own each time: an open one may lead to a process that is no more.
    HttpClient http =
        HttpClient.newConnection()
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(PATIENCE.toMillis()));
    String liveness = service.resolve("/health/liveness").toString();
    this.lives =
        Mono.defer(() -> http.get().uri(liveness).response().thenReturn(true).timeout(PATIENCE))
            // Answers that came meanwhile count as much: under load they may overtake this one.
            .onErrorResume(_ -> Mono.fromSupplier(this::answeredLately))
            // However many wait, one asks.
            .cache(Duration.ofMillis(500));
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

  private boolean answeredLately() {
    return System.nanoTime() - lastAnswer < PATIENCE.toNanos();
  }
}
