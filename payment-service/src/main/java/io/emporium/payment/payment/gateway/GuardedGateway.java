package io.emporium.payment.payment.gateway;

import io.emporium.kit.web.Turns;
import io.emporium.payment.payment.CaptureAnswer;
import io.emporium.payment.payment.CaptureOrder;
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
/// through was never sent; of anything else that is not let through, nothing was learnt.
final class GuardedGateway implements PaymentGateway, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(GuardedGateway.class);
  private static final Duration WAIT_FOR_ROOM = Duration.ofMillis(500);

  private final PaymentProvider provider;
  private final Bulkhead bulkhead;
  private final CircuitBreaker breaker;
  private final TimeLimiter limiter;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean silent;

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

  /// Also the last call that was met with silence is a reason to probe, before so many were that
  /// the circuit opens.
  @Override
  public Availability availability() {
    return switch (breaker.getState()) {
      case CLOSED, DISABLED, METRICS_ONLY -> silent ? Availability.PROBING : Availability.UP;
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
        GuardedGateway::isSilence);
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
        call, new GatewayAnswer.NotAsked(), GatewayAnswer.NoAnswer::new, GuardedGateway::isSilence);
  }

  private static boolean isSilence(GatewayAnswer answer) {
    return answer instanceof GatewayAnswer.NoAnswer(_, var heard) && !heard;
  }

  @Override
  public CaptureAnswer capture(CaptureOrder order) {
    return guarded(
        () -> provider.capture(order),
        new CaptureAnswer.NotAsked(),
        CaptureAnswer.NoAnswer::new,
        answer -> answer instanceof CaptureAnswer.NoAnswer);
  }

  @Override
  public RefundAnswer refund(RefundOrder order) {
    return givingBack(() -> provider.refund(order));
  }

  @Override
  public RefundAnswer release(RefundOrder order) {
    return givingBack(() -> provider.release(order));
  }

  private RefundAnswer givingBack(Supplier<RefundAnswer> call) {
    return guarded(
        call,
        new RefundAnswer.NotAsked(),
        why -> new RefundAnswer.NoAnswer(why, null),
        answer -> answer instanceof RefundAnswer.NoAnswer(_, var reference) && reference == null);
  }

  private <A> A guarded(
      Supplier<A> call, A notSent, Function<String, A> silence, Predicate<A> isSilence) {
    if (!breaker.tryAcquirePermission()) {
      return notSent;
    }
    long start = breaker.getCurrentTimestamp();
    A answer = limited(() -> withRoom(call, notSent), silence);
    if (answer.equals(notSent)) {
      breaker.releasePermission();
      return answer;
    }
    long took = breaker.getCurrentTimestamp() - start;
    silent = isSilence.test(answer);
    if (silent) {
      breaker.onError(took, breaker.getTimestampUnit(), new TimeoutException("no answer"));
    } else {
      breaker.onSuccess(took, breaker.getTimestampUnit());
    }
    return answer;
  }

  // Within the time limit's own thread: a call that ran out of time keeps its room until it really
  // ends.
  private <A> A withRoom(Supplier<A> call, A notSent) {
    if (!bulkhead.tryAcquirePermission()) {
      return notSent;
    }
    try {
      return call.get();
    } finally {
      bulkhead.onComplete();
    }
  }

  private <A> A limited(Supplier<A> call, Function<String, A> silence) {
    try {
      return Turns.aside(() -> limiter.executeFutureSupplier(() -> threads.submit(call::get)));
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
