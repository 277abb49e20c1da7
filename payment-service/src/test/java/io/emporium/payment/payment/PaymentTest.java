package io.emporium.payment.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emporium.events.Fact;
import io.emporium.events.Money;
import io.emporium.events.payment.PaymentFailed;
import io.emporium.events.payment.PaymentInitiated;
import io.emporium.events.payment.PaymentSucceeded;
import io.emporium.events.payment.PaymentUnknown;
import io.emporium.events.payment.PaymentVoided;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.Outcome;
import io.emporium.payment.payment.GatewayAnswer.Approved;
import io.emporium.payment.payment.GatewayAnswer.Cancelled;
import io.emporium.payment.payment.GatewayAnswer.Declined;
import io.emporium.payment.payment.GatewayAnswer.NoAnswer;
import io.emporium.payment.payment.GatewayAnswer.NotSent;
import io.emporium.payment.payment.GatewayAnswer.Refused;
import io.emporium.payment.payment.GatewayAnswer.RequiresAction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PaymentTest {

  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
  private static final Money PRICE = Money.of(1999, "USD");
  private static final PayRequest CARD = new PayRequest(Provider.STRIPE, "pm_card_visa", null);
  private static final AskPlan PLAN = at(NOW);

  private static final Map<String, GatewayAnswer> ANSWERS =
      Map.of(
          "approved", new Approved(Provider.STRIPE, "pi_1", PRICE),
          "action", new RequiresAction("pi_1", "https://bank.example.com"),
          "declined", new Declined("insufficient_funds"),
          "refused", new Refused("no_such_method"),
          "cancelled", new Cancelled(),
          "not_sent", new NotSent(),
          "silence", new NoAnswer("timeout"));

  @ParameterizedTest
  @CsvSource({
    "REQUESTED,       SUCCEEDED, REQUESTED,       REQUESTED, REQUESTED, REQUESTED, REQUESTED, REQUESTED",
    "AWAITING_CONFIRMATION, SUCCEEDED, AWAITING_CONFIRMATION, AWAITING_CONFIRMATION,"
        + " AWAITING_CONFIRMATION, AWAITING_CONFIRMATION, AWAITING_CONFIRMATION,"
        + " AWAITING_CONFIRMATION",
    "PROCESSING,      SUCCEEDED, REQUIRES_ACTION, FAILED,    REQUESTED, VOIDED,    REQUESTED, UNKNOWN",
    "REQUIRES_ACTION, SUCCEEDED, REQUIRES_ACTION, FAILED,    REQUESTED, VOIDED,    REQUIRES_ACTION,"
        + " REQUIRES_ACTION",
    "CANCELLING,      SUCCEEDED, CANCELLING,      VOIDED,    VOIDED,    VOIDED,    CANCELLING,"
        + " CANCELLING",
    "UNKNOWN,         SUCCEEDED, REQUIRES_ACTION, FAILED,    REQUESTED, VOIDED,    UNKNOWN, UNKNOWN",
    "SUCCEEDED,       SUCCEEDED, SUCCEEDED,       SUCCEEDED, SUCCEEDED, SUCCEEDED, SUCCEEDED, SUCCEEDED",
    "FAILED,          SUCCEEDED, FAILED,          FAILED,    FAILED,    FAILED,    FAILED, FAILED",
    "VOIDED,          SUCCEEDED, VOIDED,          VOIDED,    VOIDED,    VOIDED,    VOIDED, VOIDED",
  })
  void everyAnswerLeadsFromEveryStatusToOne(
      PaymentStatus from,
      PaymentStatus approved,
      PaymentStatus action,
      PaymentStatus declined,
      PaymentStatus refused,
      PaymentStatus cancelled,
      PaymentStatus notSent,
      PaymentStatus silence) {
    assertThat(after(from, "approved")).isEqualTo(approved);
    assertThat(after(from, "action")).isEqualTo(action);
    assertThat(after(from, "declined")).isEqualTo(declined);
    assertThat(after(from, "refused")).isEqualTo(refused);
    assertThat(after(from, "cancelled")).isEqualTo(cancelled);
    assertThat(after(from, "not_sent")).isEqualTo(notSent);
    assertThat(after(from, "silence")).isEqualTo(silence);
  }

  private static PaymentStatus after(PaymentStatus from, String answer) {
    Payment payment = in(from);
    var unused = payment.settle(1, ANSWERS.get(answer), PLAN);
    return payment.status();
  }

  @ParameterizedTest
  @CsvSource({
    "REQUESTED, VOIDED, PaymentVoided",
    "AWAITING_CONFIRMATION, VOIDED, PaymentVoided",
    "PROCESSING, PROCESSING, ''",
    "REQUIRES_ACTION, CANCELLING, ''",
    "CANCELLING, CANCELLING, ''",
    "UNKNOWN, UNKNOWN, PaymentUnknown",
    "SUCCEEDED, SUCCEEDED, PaymentSucceeded",
    "FAILED, FAILED, PaymentVoided",
    "VOIDED, VOIDED, PaymentVoided",
  })
  void voidIsAnsweredFromEveryStatus(PaymentStatus from, PaymentStatus to, String fact) {
    Payment payment = in(from);
    int before = payment.recorded().size();

    assertThat(payment.voidPayment("expired", PLAN)).isEqualTo(Outcome.APPLIED);

    assertThat(payment.status()).isEqualTo(to);
    assertThat(
            payment.recorded().stream()
                .skip(before)
                .map(m -> m.getClass().getSimpleName())
                .toList())
        .isEqualTo(fact.isEmpty() ? List.of() : List.of(fact));
  }

  @ParameterizedTest
  @EnumSource
  void openingAgainIsAnsweredFromEveryStatus(PaymentStatus from) {
    Payment payment = in(from);
    Class<? extends Fact> expected =
        switch (from) {
          case REQUESTED, AWAITING_CONFIRMATION, PROCESSING, REQUIRES_ACTION, CANCELLING ->
              PaymentInitiated.class;
          case UNKNOWN -> PaymentUnknown.class;
          case SUCCEEDED -> PaymentSucceeded.class;
          case FAILED -> PaymentFailed.class;
          case VOIDED -> PaymentVoided.class;
        };

    assertThat(payment.openAgain(opening())).isEqualTo(Outcome.APPLIED);

    assertThat(payment.recorded().getLast()).isInstanceOf(expected);
    assertThat(payment.status()).isEqualTo(from);
  }

  @ParameterizedTest
  @EnumSource
  void payingAgainNeverStartsASecondCharge(PaymentStatus from) {
    Payment payment = in(from);
    switch (from) {
      case REQUESTED, AWAITING_CONFIRMATION ->
          assertThat(payment.begin(CARD, PLAN)).isEqualTo(Outcome.APPLIED);
      case REQUIRES_ACTION, UNKNOWN, SUCCEEDED, FAILED ->
          assertThat(payment.begin(CARD, PLAN)).isEqualTo(Outcome.ALREADY);
      case PROCESSING -> refused(payment, CARD, "payment_in_progress");
      case CANCELLING, VOIDED -> refused(payment, CARD, "order_not_payable");
    }
  }

  @Test
  void theChargeIsWrittenDownWithItsKeyBeforeAnybodyIsAsked() {
    Payment payment = in(PaymentStatus.PROCESSING);

    assertThat(payment.attempt().orElseThrow().key()).isEqualTo("pay-o1:1");
    assertThat(payment.transactions().getLast().state()).isEqualTo(Transaction.State.INITIATED);
    assertThat(payment.isDue(NOW)).isFalse();
    assertThat(payment.isDue(NOW.plusSeconds(15))).isTrue();
  }

  @Test
  void aNewKeyComesOnlyAfterTheProviderRefusedToTry() {
    Payment payment = in(PaymentStatus.PROCESSING);
    var unused = payment.settle(1, ANSWERS.get("refused"), PLAN);

    var begun = payment.begin(CARD, PLAN);

    assertThat(begun).isEqualTo(Outcome.APPLIED);
    assertThat(payment.attempt().orElseThrow().key()).isEqualTo("pay-o1:2");
    assertThat(payment.settle(1, ANSWERS.get("declined"), PLAN)).isEqualTo(Outcome.ALREADY);
    assertThat(payment.status()).isEqualTo(PaymentStatus.PROCESSING);
  }

  @Test
  void silenceIsAskedAboutOnTheScheduleUntilItEnds() {
    Payment payment = in(PaymentStatus.UNKNOWN);
    assertThat(payment.attempt().orElseThrow().nextAskAt()).isEqualTo(NOW.plusSeconds(2));

    var unused = payment.settle(1, ANSWERS.get("silence"), PLAN);
    assertThat(payment.attempt().orElseThrow().nextAskAt()).isEqualTo(NOW.plusSeconds(5));

    for (int i = 0; i < PLAN.waits().size(); i++) {
      unused = payment.settle(1, ANSWERS.get("silence"), PLAN);
    }
    assertThat(payment.attempt().orElseThrow().nextAskAt()).isNull();
    assertThat(payment.status()).isEqualTo(PaymentStatus.UNKNOWN);
    unused = payment.voidPayment("expired", PLAN);
    assertThat(payment.isDue(NOW)).isTrue();
  }

  @Test
  void aDeclineAfterAVoidIsAVoid() {
    Payment payment = in(PaymentStatus.UNKNOWN);
    var unused = payment.voidPayment("expired", PLAN);
    unused = payment.settle(1, ANSWERS.get("declined"), PLAN);

    assertThat(payment.status()).isEqualTo(PaymentStatus.VOIDED);
    assertThat(payment.recorded().getLast()).isInstanceOf(PaymentVoided.class);
  }

  @Test
  void successAfterAVoidIsStillSuccess() {
    Payment payment = in(PaymentStatus.VOIDED);
    var unused = payment.settle(1, ANSWERS.get("approved"), PLAN);

    assertThat(payment.recorded().getLast()).isInstanceOf(PaymentSucceeded.class);
  }

  @Test
  void theSameSuccessTwiceIsOne() {
    Payment payment = in(PaymentStatus.SUCCEEDED);

    assertThat(payment.settle(1, ANSWERS.get("approved"), PLAN)).isEqualTo(Outcome.ALREADY);
    assertThat(payment.stray()).isFalse();
  }

  @Test
  void aSecondChargeAndAWrongAmountAreStrays() {
    Payment twice = in(PaymentStatus.SUCCEEDED);
    var unused = twice.settle(1, new Approved(Provider.STRIPE, "pi_2", PRICE), PLAN);
    assertThat(twice.stray()).isTrue();

    for (Money other : List.of(Money.of(1, "USD"), Money.of(1999, "EUR"))) {
      Payment wrong = in(PaymentStatus.UNKNOWN);
      unused = wrong.settle(1, new Approved(Provider.STRIPE, "pi_1", other), PLAN);
      assertThat(wrong.status()).isEqualTo(PaymentStatus.UNKNOWN);
      assertThat(wrong.stray()).isTrue();
    }
  }

  @Test
  void afterTheWindowNobodyMayPay() {
    Payment payment = in(PaymentStatus.REQUESTED);

    assertThatThrownBy(() -> payment.begin(CARD, at(NOW.plus(Duration.ofMinutes(31)))))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("order_not_payable"));
  }

  @Test
  void ofTwoClaimsOneGetsTheWork() {
    Payment payment = in(PaymentStatus.UNKNOWN);
    Instant later = NOW.plusSeconds(3);

    assertThat(payment.claim(later, later.plusSeconds(40), false)).containsExactly(new Duty.Ask());
    assertThat(payment.claim(later, later.plusSeconds(40), false)).isEmpty();
    assertThat(payment.claim(later.plusSeconds(40), later.plusSeconds(80), false)).hasSize(1);
    assertThat(payment.claim(later.plusSeconds(41), later.plusSeconds(80), true)).hasSize(1);
  }

  private static void refused(Payment payment, PayRequest request, String code) {
    assertThatThrownBy(() -> payment.begin(request, PLAN))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  static AskPlan at(Instant now) {
    return new AskPlan(
        now,
        Duration.ofSeconds(15),
        List.of(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(15)));
  }

  private static Opening opening() {
    return new Opening(
        "o1", "ORD-1", "acme", "carla", "corner", PRICE, NOW.plus(Duration.ofMinutes(30)));
  }

  static Payment in(PaymentStatus status) {
    Payment payment = Payment.open(opening(), NOW);
    if (status == PaymentStatus.AWAITING_CONFIRMATION) {
      var unused = payment.begin(new PayRequest(Provider.CASH, null, null), PLAN);
    } else if (status != PaymentStatus.REQUESTED) {
      var unused = payment.begin(CARD, PLAN);
    }
    var unused =
        switch (status) {
          case REQUESTED, AWAITING_CONFIRMATION, PROCESSING -> Outcome.ALREADY;
          case REQUIRES_ACTION -> payment.settle(1, ANSWERS.get("action"), PLAN);
          case CANCELLING -> {
            var waiting = payment.settle(1, ANSWERS.get("action"), PLAN);
            yield payment.voidPayment("expired", PLAN);
          }
          case UNKNOWN -> payment.settle(1, ANSWERS.get("silence"), PLAN);
          case SUCCEEDED -> payment.settle(1, ANSWERS.get("approved"), PLAN);
          case FAILED -> payment.settle(1, ANSWERS.get("declined"), PLAN);
          case VOIDED -> payment.settle(1, ANSWERS.get("cancelled"), PLAN);
        };
    assertThat(payment.status()).isEqualTo(status);
    return payment;
  }
}
