package io.emporium.payment.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emporium.events.Money;
import io.emporium.events.payment.PaymentCaptured;
import io.emporium.events.payment.PaymentRefundFailed;
import io.emporium.events.payment.PaymentRefunded;
import io.emporium.events.payment.PaymentSucceeded;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.Outcome;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CaptureTest {

  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
  private static final Instant LATER = NOW.plus(Duration.ofHours(1));
  private static final AskPlan PLAN = PaymentTest.at(NOW);
  private static final Money ALL = Money.of(1999, "USD");

  private static final RefundAnswer REFUSED = new RefundAnswer.Declined("not_now");

  private final Payment payment = PaymentTest.in(PaymentStatus.AUTHORIZED);

  @Test
  void reservedMoneySecuresTheOrderAndIsNotTakenYet() {
    assertThat(payment.recorded().getLast()).isInstanceOf(PaymentSucceeded.class);
    assertThat(payment.captured().amount()).isZero();
    assertThat(payment.capturable()).isEqualTo(ALL);
  }

  @Test
  void aPartIsTakenOnceAndTheRestIsGivenFree() {
    var begun = payment.capture(request("c1", 1500), NOW);
    assertThat(begun).isEqualTo(Outcome.APPLIED);
    assertThat(payment.capture(request("c1", 1500), NOW)).isEqualTo(Outcome.ALREADY);
    assertThat(payment.capturable().amount()).isZero();
    refused(request("c2", 1), "capture_in_progress");

    var unused = payment.settleCapture("c1", captured(1500), PLAN);

    assertThat(payment.settleCapture("c1", captured(1500), PLAN)).isEqualTo(Outcome.ALREADY);
    assertThat(payment.status()).isEqualTo(PaymentStatus.SUCCEEDED);
    assertThat(payment.captured().amount()).isEqualTo(1500);
    assertThat(payment.refundable().amount()).isEqualTo(1500);
    assertThat(payment.recorded().getLast())
        .isEqualTo(new PaymentCaptured("pay-o1", "o1", Money.of(1500, "USD")));
    assertThat(payment.transactions().getLast().kind()).isEqualTo(Transaction.Kind.VOID);
    refused(request("c2", 1), "nothing_authorized");
  }

  @Test
  void neverMoreIsTakenThanWasReserved() {
    refused(request("c", 2000), "exceeds_authorized");
    refused(request("c", 0), "invalid_amount");
    refused(request("c", -1), "invalid_amount");
    refused(new CaptureRequest("c", Money.of(1, "EUR")), "invalid_amount");
  }

  @Test
  void silenceIsAskedAboutOnTheSchedule() {
    var unused = payment.capture(request("c", 1999), NOW);
    unused = payment.settleCapture("c", new CaptureAnswer.NoAnswer("timeout"), PLAN);

    assertThat(payment.isDue(NOW)).isFalse();
    assertThat(payment.claim(NOW.plusSeconds(2), LATER, false))
        .containsExactly(new Duty.Take("c", null));
    unused = payment.settleCapture("c", captured(1999), PLAN);
    assertThat(payment.status()).isEqualTo(PaymentStatus.SUCCEEDED);
  }

  @Test
  void aRefusedCaptureMayBeTriedAgain() {
    var unused = payment.capture(request("c1", 1999), NOW);
    unused = payment.settleCapture("c1", new CaptureAnswer.Declined("expired_card"), PLAN);

    assertThat(payment.status()).isEqualTo(PaymentStatus.AUTHORIZED);
    assertThat(payment.failureCode()).isEqualTo("expired_card");
    assertThat(payment.attention()).isEqualTo(Attention.CAPTURE_REFUSED);
    assertThat(payment.capture(request("c2", 1999), NOW)).isEqualTo(Outcome.APPLIED);
  }

  @Test
  void itIsTakenBeforeTheReservationLapses() {
    Instant lapse = NOW.plus(Duration.ofHours(60));
    assertThat(payment.claim(lapse.minusSeconds(1), LATER, true)).isEmpty();

    assertThat(payment.claim(lapse, lapse.plusSeconds(40), false))
        .containsExactly(new Duty.Take("before-it-lapses", null));
    assertThat(payment.capture().orElseThrow().amount()).isEqualTo(ALL);
  }

  @Test
  void theProvidersNotificationOfTheCaptureIsTheCapture() {
    var unused = payment.capture(request("c1", 1999), NOW);
    unused = payment.settle(1, new GatewayAnswer.Approved(Provider.STRIPE, "pi_1", ALL), PLAN);

    assertThat(payment.status()).isEqualTo(PaymentStatus.SUCCEEDED);
    assertThat(payment.settleCapture("c1", captured(1999), PLAN)).isEqualTo(Outcome.ALREADY);
    assertThat(payment.recorded().stream().filter(PaymentCaptured.class::isInstance)).hasSize(1);
  }

  @Nested
  class Refunds {

    @Test
    void ofEverythingGiveTheReservationFree() {
      var unused = payment.refund(refund("r", 1999), NOW);

      assertThat(payment.isRelease("r")).isTrue();
      refused(request("c", 1999), "being_released");
      unused = payment.settleRefund("r", new RefundAnswer.Refunded("pi_1"), PLAN);
      assertThat(payment.captured().amount()).isZero();
      assertThat(payment.refundable().amount()).isZero();
      assertThat(payment.recorded().getLast())
          .isEqualTo(new PaymentRefunded("pay-o1", "o1", "r", ALL));
    }

    @Test
    void ofAPartTakeEverythingFirst() {
      var unused = payment.refund(refund("r", 500), NOW);

      assertThat(payment.claim(NOW, LATER, false))
          .containsExactly(new Duty.Take("to-refund-r", null));
      assertThat(payment.refundable().amount()).isEqualTo(1499);
      unused = payment.settleCapture("to-refund-r", captured(1999), PLAN);
      assertThat(payment.claim(NOW, LATER, false)).containsExactly(new Duty.SendRefund("r", null));
    }

    @Test
    void failWhenWhatTheyGiveBackCannotBeTaken() {
      var unused = payment.refund(refund("r", 500), NOW);
      unused = payment.settleCapture("to-refund-r", new CaptureAnswer.Declined("lapsed"), PLAN);

      assertThat(payment.recorded().getLast())
          .isEqualTo(new PaymentRefundFailed("pay-o1", "o1", "r", "capture_failed"));
    }

    @Test
    void bySagaGiveBackNoMoreThanWasTaken() {
      var unused = payment.capture(request("c", 1500), NOW);
      unused = payment.settleCapture("c", captured(1500), PLAN);

      unused = payment.refund(refund("r", 1999), NOW);

      assertThat(payment.refund("r").orElseThrow().amount().amount()).isEqualTo(1500);
      assertThat(payment.refundable().amount()).isZero();
    }

    @Test
    void ofWhatWasTakenMeanwhileAreSentAsOfAllTakenMoney() {
      var unused = payment.refund(refund("r", 1999), NOW);
      unused =
          payment.settleRelease("r", new RefundAnswer.Taken("pi_1", Money.of(1500, "USD")), PLAN);

      assertThat(payment.isRelease("r")).isFalse();
      assertThat(payment.captured().amount()).isEqualTo(1500);
      assertThat(payment.claim(NOW, LATER, false)).containsExactly(new Duty.SendRefund("r", null));
      // What was said of giving it free comes too late.
      assertThat(payment.settleRelease("r", REFUSED, PLAN)).isEqualTo(Outcome.ALREADY);
      unused = payment.settleRefund("r", new RefundAnswer.Refunded("re_1"), PLAN);
      assertThat(payment.refunded().amount()).isEqualTo(1500);
      assertThat(payment.refundable().amount()).isZero();
    }

    @Test
    void ofWhatTheProviderSaysItTookMeanwhileAreNoRelease() {
      var unused = payment.refund(refund("r", 1999), NOW);
      unused = payment.settle(1, new GatewayAnswer.Approved(Provider.STRIPE, "pi_1", ALL), PLAN);

      assertThat(payment.isRelease("r")).isFalse();
      assertThat(payment.captured()).isEqualTo(ALL);
      assertThat(payment.settleRelease("r", REFUSED, PLAN)).isEqualTo(Outcome.ALREADY);
      assertThat(payment.refund("r").orElseThrow().status()).isEqualTo(Refund.Status.PENDING);
    }
  }

  /// A provider that does not want to give reserved money free.
  @Nested
  class RefusedRelease {

    @Test
    void isAskedForAnewUnderAnotherKeyAndSilenceUnderTheSame() {
      var unused = payment.refund(refund("r", 1999), NOW);
      assertThat(key()).isEqualTo("pay-o1:release:r");

      unused = payment.settleRelease("r", REFUSED, PLAN);

      assertThat(key()).isEqualTo("pay-o1:release:r:2");
      assertThat(payment.isDue(NOW.plusSeconds(59))).isFalse();
      assertThat(payment.isDue(NOW.plusSeconds(60))).isTrue();
      assertThat(payment.attention()).isEqualTo(Attention.RELEASE_REFUSED);
      assertThat(payment.recorded()).noneMatch(PaymentRefundFailed.class::isInstance);
      refused(request("c", 1999), "being_released");
      unused = payment.settleRelease("r", new RefundAnswer.NoAnswer("timeout", null), PLAN);
      assertThat(key()).isEqualTo("pay-o1:release:r:2");
      unused = payment.settleRelease("r", new RefundAnswer.Refunded("pi_1"), PLAN);
      assertThat(payment.attention()).isNull();
      assertThat(payment.recorded().getLast())
          .isEqualTo(new PaymentRefunded("pay-o1", "o1", "r", ALL));
    }

    @Test
    void failsAtLastAndTheMoneyOfALivingOrderIsTakenInTime() {
      refuseUntilTheEnd();

      assertThat(payment.isRelease("r")).isFalse();
      assertThat(payment.recorded().getLast()).isInstanceOf(PaymentRefundFailed.class);
      assertThat(payment.attention()).isEqualTo(Attention.RELEASE_REFUSED);
      Instant lapse = NOW.plus(Duration.ofHours(60));
      assertThat(payment.captureBy()).isEqualTo(lapse);
      assertThat(payment.claim(lapse, lapse.plusSeconds(40), false))
          .containsExactly(new Duty.Take("before-it-lapses", null));
    }

    @Test
    void leavesTheMoneyOfADeadOrderToAPersonWhoMayAskAnewOrCloseIt() {
      var unused = payment.endOrder();
      refuseUntilTheEnd();

      assertThat(payment.captureBy()).isNull();
      assertThat(payment.orphan).isTrue();
      unused = payment.refund(refund("r-2", 1999), NOW);
      assertThat(payment.isRelease("r-2")).isTrue();
      assertThatThrownBy(() -> payment.closeRefund("r", "by bank transfer", NOW))
          .isInstanceOf(Refusal.class);
      for (int n = 0; n < 4; n++) {
        unused = payment.settleRelease("r-2", REFUSED, PLAN);
      }
      unused = payment.closeRefund("r-2", "lapsed at the bank", NOW);
      assertThat(payment.closeRefund("r-2", "again", NOW)).isEqualTo(Outcome.ALREADY);
      assertThat(payment.isReleased()).isTrue();
      assertThat(payment.orphan).isFalse();
      assertThat(payment.attention()).isNull();
      assertThat(payment.recorded().getLast())
          .isEqualTo(new PaymentRefunded("pay-o1", "o1", "r-2", ALL));
    }

    @Test
    void isNotTakenAfterTheNewsThatTheOrderIsDead() {
      refuseUntilTheEnd();
      var unused = payment.endOrder();

      assertThat(payment.captureBy()).isNull();
    }

    private void refuseUntilTheEnd() {
      var unused = payment.refund(refund("r", 1999), NOW);
      for (int n = 0; n < 4; n++) {
        assertThat(payment.isRelease("r")).isTrue();
        unused = payment.settleRelease("r", REFUSED, PLAN);
      }
    }

    private String key() {
      Refund refund = payment.refund("r").orElseThrow();
      return new RefundOrder("pay-o1", "o1", "pi_1", ALL, refund).releaseKey();
    }
  }

  @Test
  void moneyReservedForADeadOrderIsAnOrphanUntilItIsReleased() {
    var unused = payment.endOrder();
    assertThat(payment.orphan).isTrue();

    unused = payment.refund(refund("r", 1999), NOW);
    unused = payment.settleRefund("r", new RefundAnswer.Refunded("pi_1"), PLAN);
    assertThat(payment.orphan).isFalse();
  }

  private void refused(CaptureRequest request, String why) {
    assertThatThrownBy(() -> payment.capture(request, NOW))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.detail()).endsWith(why));
  }

  private static CaptureAnswer captured(long amount) {
    return new CaptureAnswer.Captured("pi_1", Money.of(amount, "USD"));
  }

  private static CaptureRequest request(String id, long amount) {
    return new CaptureRequest(id, Money.of(amount, "USD"));
  }

  private static RefundRequest refund(String id, long amount) {
    return new RefundRequest(id, Money.of(amount, "USD"), "goodwill");
  }
}
