package io.emporium.payment.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.emporium.events.Money;
import io.emporium.events.payment.PaymentRefundFailed;
import io.emporium.events.payment.PaymentRefunded;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class RefundTest {

  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
  private static final AskPlan PLAN = PaymentTest.at(NOW);
  private static final RefundAnswer DONE = new RefundAnswer.Refunded("re_1");

  @Test
  void pendingRefundsCountAsGiven() {
    Payment payment = PaymentTest.in(PaymentStatus.SUCCEEDED);

    var unused = payment.refund(request("a", 1500), NOW);
    assertThat(payment.refundable().amount()).isEqualTo(499);
    assertThat(payment.obstacleTo(request("b", 500))).isEqualTo("exceeds_captured");
    assertThat(payment.obstacleTo(request("b", 499))).isNull();
  }

  @Test
  void aFailedRefundFreesItsAmount() {
    Payment payment = PaymentTest.in(PaymentStatus.SUCCEEDED);
    var unused = payment.refund(request("a", 1999), NOW);

    unused = payment.settleRefund("a", new RefundAnswer.Declined("account_closed"), PLAN);

    assertThat(payment.refundable().amount()).isEqualTo(1999);
    assertThat(payment.recorded().getLast()).isInstanceOf(PaymentRefundFailed.class);
  }

  @Test
  void theSameIdIsOneRefundAndIsAnsweredAgain() {
    Payment payment = PaymentTest.in(PaymentStatus.SUCCEEDED);
    var unused = payment.refund(request("a", 1000), NOW);
    assertThat(payment.refund(request("a", 1000), NOW)).isEqualTo(Outcome.ALREADY);

    unused = payment.settleRefund("a", DONE, PLAN);
    assertThat(payment.settleRefund("a", DONE, PLAN)).isEqualTo(Outcome.ALREADY);
    assertThat(payment.refund(request("a", 1000), NOW)).isEqualTo(Outcome.APPLIED);

    assertThat(payment.refunds()).hasSize(1);
    assertThat(payment.refunded().amount()).isEqualTo(1000);
    assertThat(payment.recorded().stream().filter(PaymentRefunded.class::isInstance)).hasSize(2);
  }

  @Test
  void silenceKeepsTheAmountAndAsksAgain() {
    Payment payment = PaymentTest.in(PaymentStatus.SUCCEEDED);
    var unused = payment.refund(request("a", 1999), NOW);

    unused = payment.settleRefund("a", new RefundAnswer.NoAnswer("timeout", null), PLAN);

    assertThat(payment.refundable().amount()).isZero();
    assertThat(payment.isDue(NOW)).isFalse();
    assertThat(payment.isDue(NOW.plusSeconds(2))).isTrue();
  }

  @Test
  void afterTheLastSilenceWhoeverAsksAgainHasItAskedForAgain() {
    AskPlan impatient = new AskPlan(NOW, Duration.ofSeconds(15), List.of());
    Payment payment = PaymentTest.in(PaymentStatus.SUCCEEDED);
    var unused = payment.refund(request("a", 1999), NOW);
    unused = payment.settleRefund("a", new RefundAnswer.NoAnswer("timeout", null), impatient);
    assertThat(payment.attention()).isEqualTo(Attention.UNANSWERED);

    assertThat(payment.refund(request("a", 1999), NOW)).isEqualTo(Outcome.APPLIED);

    assertThat(payment.attention()).isNull();
    assertThat(payment.isDue(NOW)).isTrue();
    assertThat(payment.refund(request("a", 1999), NOW)).isEqualTo(Outcome.ALREADY);
    assertThat(payment.refunds()).hasSize(1);
  }

  @Test
  void whatWasRefusedMayBeGivenBackUnderANewIdOrByHandAndNotBoth() {
    Payment payment = PaymentTest.in(PaymentStatus.SUCCEEDED);
    var unused = payment.endOrder();
    unused = payment.refund(request("a", 1999), NOW);
    assertThat(codeOf(() -> payment.closeRefund("a", "in cash", NOW)))
        .isEqualTo("refund_in_progress");
    unused = payment.settleRefund("a", new RefundAnswer.Declined("account_closed"), PLAN);
    assertThat(payment.attention()).isEqualTo(Attention.REFUND_REFUSED);

    unused = payment.refund(request("a-2", 1999), NOW);
    assertThat(codeOf(() -> payment.closeRefund("a", "in cash", NOW)))
        .isEqualTo("refund_not_possible");
    unused = payment.settleRefund("a-2", new RefundAnswer.Declined("account_closed"), PLAN);
    unused = payment.closeRefund("a-2", "in cash", NOW);

    assertThat(payment.recorded().getLast())
        .isEqualTo(new PaymentRefunded("pay-o1", "o1", "a-2", Money.of(1999, "USD")));
    assertThat(payment.refunded().amount()).isEqualTo(1999);
    assertThat(payment.attention()).isNull();
    assertThat(payment.orphan).isFalse();
    assertThat(payment.transactions().getLast().code()).isEqualTo("in cash");
    assertThat(codeOf(() -> payment.closeRefund("a", "twice", NOW)))
        .isEqualTo("refund_not_possible");
    assertThat(codeOf(() -> payment.closeRefund("b", "unknown", NOW)))
        .isEqualTo("refund_not_found");
  }

  private static String codeOf(ThrowingCallable command) {
    return catchThrowableOfType(Refusal.class, command).code();
  }

  @Test
  void whoComesSecondGetsTheRestAndWhoComesThirdNothingOnceWhatCameBeforeHasArrived() {
    Payment payment = PaymentTest.in(PaymentStatus.SUCCEEDED);
    var unused = payment.refund(request("clerk", 300), NOW);
    tooEarly(payment, request("saga", 1999));
    unused = payment.settleRefund("clerk", DONE, PLAN);

    assertThat(payment.refund(request("saga", 1999), NOW)).isEqualTo(Outcome.APPLIED);
    assertThat(payment.refund("saga").orElseThrow().amount().amount()).isEqualTo(1699);
    tooEarly(payment, request("return", 1500));
    unused = payment.settleRefund("saga", DONE, PLAN);

    assertThat(payment.refund(request("return", 1500), NOW)).isEqualTo(Outcome.APPLIED);
    assertThat(payment.refund("return").orElseThrow().failureCode()).isEqualTo("exceeds_captured");
    assertThat(payment.recorded().getLast())
        .isEqualTo(new PaymentRefundFailed("pay-o1", "o1", "return", "exceeds_captured"));
  }

  @Test
  void whoComesSecondGetsEverythingWhereWhatCameBeforeFails() {
    Payment payment = PaymentTest.in(PaymentStatus.SUCCEEDED);
    var unused = payment.refund(request("clerk", 1999), NOW);
    tooEarly(payment, request("return", 1500));
    unused = payment.settleRefund("clerk", new RefundAnswer.Declined("account_closed"), PLAN);

    assertThat(payment.refund(request("return", 1500), NOW)).isEqualTo(Outcome.APPLIED);

    assertThat(payment.refund("return").orElseThrow().amount().amount()).isEqualTo(1500);
    assertThat(payment.refund("return").orElseThrow().status()).isEqualTo(Refund.Status.PENDING);
  }

  @Test
  void whatIsLeftIsGivenAtOnceWhateverIsPending() {
    Payment payment = PaymentTest.in(PaymentStatus.SUCCEEDED);
    var unused = payment.refund(request("clerk", 300), NOW);

    assertThat(payment.refund(request("return", 1699), NOW)).isEqualTo(Outcome.APPLIED);

    assertThat(payment.refund("return").orElseThrow().amount().amount()).isEqualTo(1699);
  }

  // Nothing is written down and nothing said, so that it may be decided when it is asked for again.
  private static void tooEarly(Payment payment, RefundRequest request) {
    int said = payment.recorded().size();
    int lines = payment.transactions().size();

    assertThat(payment.refund(request, NOW)).isEqualTo(Outcome.ALREADY);

    assertThat(payment.refund(request.id())).isEmpty();
    assertThat(payment.recorded()).hasSize(said);
    assertThat(payment.transactions()).hasSize(lines);
  }

  @Test
  void aReturnGetsWhatAPartGivenBeforeHasLeftAndIsToldHowMuch() {
    Payment payment = PaymentTest.in(PaymentStatus.SUCCEEDED);
    var unused = payment.refund(request("goodwill", 500), NOW);
    unused = payment.settleRefund("goodwill", DONE, PLAN);

    unused = payment.refund(request("return", 1800), NOW);
    unused = payment.settleRefund("return", DONE, PLAN);

    assertThat(payment.recorded().getLast())
        .isEqualTo(new PaymentRefunded("pay-o1", "o1", "return", Money.of(1499, "USD")));
    assertThat(payment.refundable().amount()).isZero();
    assertThat(payment.refund(request("return", 1800), NOW)).isEqualTo(Outcome.APPLIED);
    assertThat(payment.recorded().getLast())
        .isEqualTo(new PaymentRefunded("pay-o1", "o1", "return", Money.of(1499, "USD")));
  }

  @Test
  void nothingIsRefundedThatWasNotTaken() {
    for (PaymentStatus status : PaymentStatus.values()) {
      if (status != PaymentStatus.SUCCEEDED && status != PaymentStatus.AUTHORIZED) {
        assertThat(PaymentTest.in(status).obstacleTo(request("a", 1)))
            .isEqualTo("nothing_captured");
      }
    }
    Payment paid = PaymentTest.in(PaymentStatus.SUCCEEDED);
    assertThat(paid.obstacleTo(request("a", 0))).isEqualTo("invalid_amount");
    assertThat(paid.obstacleTo(request("a", -5))).isEqualTo("invalid_amount");
    assertThat(paid.obstacleTo(new RefundRequest("a", Money.of(1, "EUR"), "x")))
        .isEqualTo("invalid_amount");
  }

  @RepeatedTest(20)
  void whateverHappensNoMoreIsGivenThanTaken() {
    Random random = new Random();
    Payment payment = PaymentTest.in(PaymentStatus.SUCCEEDED);
    for (int i = 0; i < 40; i++) {
      String id = "r" + random.nextInt(15);
      var unused =
          switch (random.nextInt(4)) {
            case 0, 1 -> payment.refund(request(id, 1 + random.nextInt(900)), NOW);
            case 2 -> payment.settleRefund(id, DONE, PLAN);
            default -> payment.settleRefund(id, new RefundAnswer.Declined("no"), PLAN);
          };
      assertThat(payment.refundable().amount()).isBetween(0L, 1999L);
      assertThat(payment.refunded().amount()).isBetween(0L, 1999L);
    }
  }

  private static RefundRequest request(String id, long amount) {
    return new RefundRequest(id, Money.of(amount, "USD"), "goodwill");
  }
}
