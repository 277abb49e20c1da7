package io.emporium.payment.payment;

import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import io.emporium.kit.web.Turns;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// Customers who are faster than the saga wait here until their payment is opened: woken by the
/// consumer of this instance, or by a look into the store when another one opened it.
@Component
public class PaymentOpenings {

  private static final Duration LONGEST_RECHECK = Duration.ofSeconds(1);

  private final ConcurrentHashMap<String, Set<CountDownLatch>> waiting = new ConcurrentHashMap<>();
  private final AggregateStore<Payment> payments;
  private final PaymentProperties properties;

  PaymentOpenings(AggregateStore<Payment> payments, PaymentProperties properties) {
    this.payments = payments;
    this.properties = properties;
  }

  /// Wakes those who wait for this order.
  public void opened(String orderId) {
    Set<CountDownLatch> latches = waiting.get(orderId);
    if (latches != null) {
      latches.forEach(CountDownLatch::countDown);
    }
  }

  /// @throws Refusal `payment_not_ready` when it did not come, also for somebody else's order
  Payment await(String orderId, String customerId) {
    return await(orderId, properties.openingWait(), () -> find(orderId, customerId))
        .orElseThrow(
            () ->
                Refusal.conflict("payment_not_ready", "The order is not ready to be paid yet")
                    .retryAfterSeconds(1));
  }

  /// Waits a little for a payment that staff know must come. Whoever waits in vain is not told why:
  /// another shop's payment and none at all take equally long.
  void awaitForStaff(Scope scope, String paymentId) {
    String orderId = Payment.orderOf(paymentId);
    if (orderId == null) {
      return;
    }
    var unused =
        await(
            orderId,
            properties.openingWaitOfStaff(),
            () ->
                payments.find(scope, paymentId).filter(payment -> payment.amountIfKnown() != null));
  }

  private Optional<Payment> await(String orderId, Duration most, Supplier<Optional<Payment>> look) {
    Duration left = most;
    Duration recheck = properties.openingRecheck();
    while (true) {
      CountDownLatch latch = new CountDownLatch(1);
      enter(orderId, latch);
      try {
        Optional<Payment> found = look.get();
        if (found.isPresent() || left.isNegative() || left.isZero()) {
          return found;
        }
        Duration pause = left.compareTo(recheck) < 0 ? left : recheck;
        var unused = Turns.aside(() -> latch.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        left = left.minus(pause);
        recheck = longer(recheck);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      } finally {
        leave(orderId, latch);
      }
    }
  }

  // Another instance opened it, or the saga is slow: where it is slow, looking often makes it
  // worse.
  private static Duration longer(Duration recheck) {
    Duration doubled = recheck.multipliedBy(2);
    return doubled.compareTo(LONGEST_RECHECK) < 0 ? doubled : LONGEST_RECHECK;
  }

  // Somebody else's order must not be told from one that never was: it is waited for as long.
  private Optional<Payment> find(String orderId, String customerId) {
    return payments.find(Scope.customer(customerId), Payment.idOf(orderId));
  }

  private void enter(String orderId, CountDownLatch latch) {
    waiting.compute(
        orderId,
        (_, latches) -> {
          Set<CountDownLatch> set = latches == null ? ConcurrentHashMap.newKeySet() : latches;
          set.add(latch);
          return set;
        });
  }

  private void leave(String orderId, CountDownLatch latch) {
    waiting.computeIfPresent(
        orderId,
        (_, latches) -> {
          latches.remove(latch);
          return latches.isEmpty() ? null : latches;
        });
  }
}
