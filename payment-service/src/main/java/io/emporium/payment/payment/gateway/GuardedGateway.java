package io.emporium.payment.payment.gateway;

import io.emporium.payment.payment.Charge;
import io.emporium.payment.payment.GatewayAnswer;
import io.emporium.payment.payment.PaymentGateway;
import io.emporium.payment.payment.Provider;
import io.emporium.payment.payment.RefundAnswer;
import io.emporium.payment.payment.RefundOrder;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A provider behind a bulkhead, a circuit breaker and a time limit. A charge that is not let
/// through was never sent; anything else that is not let through is silence.
final class GuardedGateway implements PaymentGateway, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(GuardedGateway.class);
  private static final Duration WAIT_FOR_ROOM = Duration.ofMillis(500);

  private final PaymentProvider provider;
  private final Bulkhead bulkhead;
  private final CircuitBreaker breaker;
  private final TimeLimiter limiter;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  GuardedGateway(PaymentProvider provider, GuardProperties properties) {
    this.provider = provider;
    String name = provider.provider().wireName();
    this.bulkhead =
        Bulkhead.of(
            name,
            BulkheadConfig.custom()
                .maxConcurrentCalls(properties.concurrency())
                .maxWaitDuration(WAIT_FOR_ROOM)
                .build());
    this.breaker =
        CircuitBreaker.of(
            name,
            CircuitBreakerConfig.custom()
                .slidingWindowSize(properties.window())
                .minimumNumberOfCalls(Math.max(2, properties.window() / 2))
                .failureRateThreshold(properties.failureRate())
                .waitDurationInOpenState(properties.openFor())
                .permittedNumberOfCallsInHalfOpenState(2)
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .build());
    this.limiter =
        TimeLimiter.of(
            name, TimeLimiterConfig.custom().timeoutDuration(properties.timeLimit()).build());
    breaker
        .getEventPublisher()
        .onStateTransition(event -> log.warn("{}: {}", name, event.getStateTransition()));
  }

  @Override
  public Provider provider() {
    return provider.provider();
  }

  @Override
  public Availability availability() {
    return switch (breaker.getState()) {
      case CLOSED, DISABLED, METRICS_ONLY -> Availability.UP;
      case HALF_OPEN -> Availability.PROBING;
      case OPEN, FORCED_OPEN -> Availability.DOWN;
    };
  }

  @Override
  public GatewayAnswer charge(Charge charge) {
    return guarded(
        () -> provider.charge(charge),
        new GatewayAnswer.NotSent(),
        GatewayAnswer.NoAnswer::new,
        answer -> answer instanceof GatewayAnswer.NoAnswer);
  }

  @Override
  public GatewayAnswer ask(Charge charge) {
    return question(() -> provider.ask(charge));
  }

  @Override
  public GatewayAnswer cancel(Charge charge) {
    return question(() -> provider.cancel(charge));
  }

  private GatewayAnswer question(Supplier<GatewayAnswer> call) {
    return guarded(
        call,
        new GatewayAnswer.NoAnswer("not asked"),
        GatewayAnswer.NoAnswer::new,
        answer -> answer instanceof GatewayAnswer.NoAnswer);
  }

  @Override
  public RefundAnswer refund(RefundOrder order) {
    return guarded(
        () -> provider.refund(order),
        new RefundAnswer.NoAnswer("not asked", null),
        why -> new RefundAnswer.NoAnswer(why, null),
        answer -> answer instanceof RefundAnswer.NoAnswer silent && silent.reference() == null);
  }

  private <A> A guarded(
      Supplier<A> call, A notSent, Function<String, A> silence, Predicate<A> isSilence) {
    if (!bulkhead.tryAcquirePermission()) {
      return notSent;
    }
    try {
      if (!breaker.tryAcquirePermission()) {
        return notSent;
      }
      long start = breaker.getCurrentTimestamp();
      A answer = limited(call, silence);
      long took = breaker.getCurrentTimestamp() - start;
      if (isSilence.test(answer)) {
        breaker.onError(took, breaker.getTimestampUnit(), new TimeoutException("no answer"));
      } else {
        breaker.onSuccess(took, breaker.getTimestampUnit());
      }
      return answer;
    } finally {
      bulkhead.onComplete();
    }
  }

  private <A> A limited(Supplier<A> call, Function<String, A> silence) {
    try {
      return limiter.executeFutureSupplier(() -> threads.submit(call::get));
    } catch (TimeoutException e) {
      return silence.apply("time limit");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return silence.apply("interrupted");
    } catch (Exception e) {
      log.error("{} failed in an unforeseen way", provider.provider(), e);
      return silence.apply("unforeseen");
    }
  }

  @Override
  public void close() {
    threads.close();
  }
}
