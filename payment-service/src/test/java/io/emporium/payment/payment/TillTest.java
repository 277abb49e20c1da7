package io.emporium.payment.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.events.Money;
import io.emporium.events.payment.PaymentSucceeded;
import io.emporium.kit.testing.simulation.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/// Payments in many rough worlds: charged once or not at all, never given back more than taken. And
/// the races that have a documented end.
class TillTest {

  private static final int ORDERS = 50;
  private static final int INTERLEAVINGS = 200;
  private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
  private static final Money PRICE = Money.of(1_000, "USD");
  private static final AskPlan PLAN =
      new AskPlan(NOW, Duration.ofSeconds(15), List.of(Duration.ofSeconds(2)));

  /// Seeds that once failed stay here.
  private static final List<Long> PAST = List.of();

  @Test
  void everyPaymentIsChargedOnceOrNotAtAll() {
    Seeds.run("of the payments", PAST, seed -> new Till(seed, ORDERS));
  }

  @RepeatedTest(INTERLEAVINGS)
  void refundsThatRaceNeverGiveBackMoreThanWasTaken(RepetitionInfo repetition) {
    Payment payment = paid();

    shuffled(
        repetition,
        () -> refund(payment, "saga", 1_000),
        () -> refund(payment, "staff", 600),
        () -> refund(payment, "staff", 600),
        () -> refund(payment, "other-staff", 500));

    allArrive(payment);
    assertThat(payment.refunded().amount()).isLessThanOrEqualTo(1_000L);
    // Who was not answered asks again, and what came before it has arrived by now.
    refund(payment, "saga", 1_000);
    allArrive(payment);
    assertThat(payment.refunded().amount()).isEqualTo(1_000L);
    assertThat(payment.refund("saga")).isPresent();
    assertThat(payment.refunds()).extracting(Refund::id).doesNotHaveDuplicates();
  }

  @RepeatedTest(INTERLEAVINGS)
  void twoNoticesAndAPollOfOneChargeCountOnce(RepetitionInfo repetition) {
    Payment payment = processing();
    var approved = new GatewayAnswer.Approved(Provider.STRIPE, "pi_1", PRICE);

    shuffled(
        repetition,
        () -> payment.settle(1, approved, PLAN),
        () -> payment.settle(1, approved, PLAN),
        () -> payment.settle(1, new GatewayAnswer.NoAnswer("timeout"), PLAN),
        () -> payment.settle(1, approved, PLAN));

    assertThat(payment.status()).isEqualTo(PaymentStatus.SUCCEEDED);
    assertThat(payment.stray()).isFalse();
    assertThat(payment.transactions())
        .filteredOn(line -> line.state() == Transaction.State.SUCCEEDED)
        .hasSize(1);
  }

  @RepeatedTest(INTERLEAVINGS)
  void payingAndClosingEndsPaidOrClosedAndSaysWhich(RepetitionInfo repetition) {
    Payment payment = processing();

    shuffled(
        repetition,
        () -> payment.voidPayment("called_off", PLAN),
        () -> payment.settle(1, new GatewayAnswer.Approved(Provider.STRIPE, "pi_1", PRICE), PLAN),
        () -> payment.settle(1, new GatewayAnswer.NoAnswer("timeout"), PLAN),
        () -> payment.voidPayment("called_off", PLAN));

    // The provider took the money, so that is what is told; giving it back is the saga's decision.
    assertThat(payment.status()).isEqualTo(PaymentStatus.SUCCEEDED);
    assertThat(payment.recorded()).hasAtLeastOneElementOfType(PaymentSucceeded.class);
  }

  private static void allArrive(Payment payment) {
    payment.refunds().stream()
        .filter(refund -> refund.status() == Refund.Status.PENDING)
        .map(Refund::id)
        .toList()
        .forEach(id -> payment.settleRefund(id, new RefundAnswer.Refunded("re-" + id), PLAN));
  }

  private static void refund(Payment payment, String id, long amount) {
    payment.refund(new RefundRequest(id, Money.of(amount, "USD"), "race"), NOW);
  }

  private static Payment paid() {
    Payment payment = processing();
    payment.settle(1, new GatewayAnswer.Approved(Provider.STRIPE, "pi_1", PRICE), PLAN);
    return payment;
  }

  private static Payment processing() {
    Payment payment =
        Payment.open(
            new Opening("o1", "ORD-1", "acme", "c1", "s1", PRICE, NOW.plusSeconds(1_800)), NOW);
    payment.begin(new PayRequest(Provider.STRIPE, "pm_card", null), PLAN);
    return payment;
  }

  private static void shuffled(RepetitionInfo repetition, Runnable... steps) {
    List<Runnable> order = new ArrayList<>(List.of(steps));
    Collections.shuffle(order, new Random(repetition.getCurrentRepetition()));
    order.forEach(Runnable::run);
  }
}
