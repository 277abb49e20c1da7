package io.emporium.gateway.routing;

import io.netty.util.Timeout;
import io.netty.util.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Gives up a call when its time is over, and long before when the service is dead: hung, stopped,
/// or on a host that swallows packets.
final class PulseFilter implements GatewayFilter {

  // Nearly all answers begin sooner; with the pulse's own patience it stays below two seconds.
  private static final Duration UNREMARKABLE = Duration.ofMillis(500);

  private final Pulse pulse;
  private final Duration timeout;
  private final Timer timer;

  /// @param timer of which each call takes time that it nearly always gives back: it must cost
  ///   nothing, so a rough one is right
  PulseFilter(Pulse pulse, Duration timeout, Timer timer) {
    this.pulse = pulse;
    this.timeout = timeout;
    this.timer = timer;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    if (Upgrades.isAskedFor(exchange)) {
      // Once upgraded, a client cannot be told any more that nobody is there.
      return pulse.check().then(Mono.defer(() -> chain.filter(exchange)));
    }
    Mono<Void> call = chain.filter(exchange).doOnSuccess(_ -> pulse.answered());
    return Mono.defer(
        () -> {
          pulse.began();
          return Mono.firstWithSignal(call, giveUp()).doFinally(_ -> pulse.ended());
        });
  }

  // The call is over when the answer begins: its body is written after this filter.
  private Mono<Void> giveUp() {
    Mono<Void> timedOut = Mono.error(() -> new TimeoutException("no answer"));
    if (timeout.compareTo(UNREMARKABLE) <= 0) {
      return after(timeout).then(timedOut);
    }
    return after(UNREMARKABLE)
        .then(Mono.defer(pulse::check))
        .then(after(timeout.minus(UNREMARKABLE)))
        .then(timedOut);
  }

  private Mono<Void> after(Duration pause) {
    return Mono.create(
        sink -> {
          Timeout over =
              timer.newTimeout(_ -> sink.success(), pause.toMillis(), TimeUnit.MILLISECONDS);
          sink.onDispose(over::cancel);
        });
  }
}
