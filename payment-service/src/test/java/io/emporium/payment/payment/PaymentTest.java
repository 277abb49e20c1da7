package io.emporium.payment.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emporium.events.Fact;
import io.emporium.events.Money;
import io.emporium.events.payment.PaymentDisputed;
import io.emporium.events.payment.PaymentFailed;
import io.emporium.events.payment.PaymentInitiated;
import io.emporium.events.payment.PaymentSucceeded;
import io.emporium.events.payment.PaymentUnknown;
import io.emporium.events.payment.PaymentVoided;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.Outcome;
import io.emporium.payment.payment.GatewayAnswer.Approved;
import io.emporium.payment.payment.GatewayAnswer.Authorized;
import io.emporium.payment.payment.GatewayAnswer.Cancelled;
import io.emporium.payment.payment.GatewayAnswer.Declined;
import io.emporium.payment.payment.GatewayAnswer.NoAnswer;
import io.emporium.payment.payment.GatewayAnswer.NotAsked;
import io.emporium.payment.payment.GatewayAnswer.NotSent;
import io.emporium.payment.payment.GatewayAnswer.Refused;
import io.emporium.payment.payment.GatewayAnswer.RequiresAction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
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
          "authorized", new Authorized(Provider.STRIPE, "pi_1", PRICE),
          "action", new RequiresAction("pi_1", "https://bank.example.com"),
          "declined", new Declined("insufficient_funds"),
          "refused", new Refused("no_such_method"),
          "cancelled", new Cancelled(),
          "not_sent", new NotSent(),
          "not_asked", new NotAsked(),
          "silence", new NoAnswer("timeout"));

  @ParameterizedTest
  @CsvSource({
    "approved,   SUCCEEDED, SUCCEEDED, SUCCEEDED, SUCCEEDED, SUCCEEDED, SUCCEEDED, SUCCEEDED,"
        + " SUCCEEDED, SUCCEEDED, SUCCEEDED",
    "authorized, AUTHORIZED, AUTHORIZED, AUTHORIZED, AUTHORIZED, AUTHORIZED, AUTHORIZED,"
        + " AUTHORIZED, SUCCEEDED, AUTHORIZED, AUTHORIZED",
    "action,     REQUESTED, AWAITING_CONFIRMATION, REQUIRES_ACTION, REQUIRES_ACTION, CANCELLING,"
        + " REQUIRES_ACTION, AUTHORIZED, SUCCEEDED, FAILED, VOIDED",
    "declined,   REQUESTED, AWAITING_CONFIRMATION, FAILED, FAILED, VOIDED, FAILED, AUTHORIZED,"
        + " SUCCEEDED, FAILED, VOIDED",
    "refused,    REQUESTED, AWAITING_CONFIRMATION, REQUESTED, REQUESTED, VOIDED, REQUESTED,"
        + " AUTHORIZED, SUCCEEDED, FAILED, VOIDED",
    "cancelled,  REQUESTED, AWAITING_CONFIRMATION, VOIDED, VOIDED, VOIDED, VOIDED, AUTHORIZED,"
        + " SUCCEEDED, FAILED, VOIDED",
    "not_sent,   REQUESTED, AWAITING_CONFIRMATION, REQUESTED, REQUIRES_ACTION, CANCELLING, UNKNOWN,"
        + " AUTHORIZED, SUCCEEDED, FAILED, VOIDED",
    "not_asked,  REQUESTED, AWAITING_CONFIRMATION, UNKNOWN, REQUIRES_ACTION, CANCELLING, UNKNOWN,"
        + " AUTHORIZED, SUCCEEDED, FAILED, VOIDED",
    "silence,    REQUESTED, AWAITING_CONFIRMATION, UNKNOWN, REQUIRES_ACTION, CANCELLING, UNKNOWN,"
        + " AUTHORIZED, SUCCEEDED, FAILED, VOIDED",
  })
  void everyAnswerLeadsFromEveryStatusToOne(ArgumentsAccessor row) {
    GatewayAnswer answer = ANSWERS.get(row.getString(0));

    for (PaymentStatus from : PaymentStatus.values()) {
      Payment payment = in(from);
      var unused = payment.settle(1, answer, PLAN);

      assertThat(payment.status())
          .as(from + " after " + answer)
          .isEqualTo(row.get(from.ordinal() + 1, PaymentStatus.class));
    }
  }

  /// What a command does in each status: a new status, `again` where there is nothing to do, or the
  /// code of its refusal.
  @ParameterizedTest
  @CsvSource({
    "pay,     PROCESSING, PROCESSING, payment_in_progress, again, order_not_payable, again, again,"
        + " again, again, order_not_payable",
    "payelse, PROCESSING, PROCESSING, payment_in_progress, again, order_not_payable, again, again,"
        + " again, order_not_payable, order_not_payable",
    "confirm, SUCCEEDED, SUCCEEDED, payment_in_progress, payment_in_progress, payment_in_progress,"
        + " payment_in_progress, already_paid, already_paid, order_not_payable, order_not_payable",
    "void,    VOIDED, VOIDED, PROCESSING, CANCELLING, CANCELLING, UNKNOWN, AUTHORIZED, SUCCEEDED,"
        + " FAILED, VOIDED",
    "byhand,  VOIDED, VOIDED, PROCESSING, CANCELLING, again, UNKNOWN, payment_secured,"
        + " payment_secured, again, again",
    "capture, capture_not_possible, capture_not_possible, capture_not_possible,"
        + " capture_not_possible, capture_not_possible, capture_not_possible, AUTHORIZED,"
        + " capture_not_possible, capture_not_possible, capture_not_possible",
    "refund,  REQUESTED, AWAITING_CONFIRMATION, PROCESSING, REQUIRES_ACTION, CANCELLING, UNKNOWN,"
        + " AUTHORIZED, SUCCEEDED, FAILED, VOIDED",
    "asksoon, again, again, again, REQUIRES_ACTION, again, UNKNOWN, again, again, again, again",
    "end,     REQUESTED, AWAITING_CONFIRMATION, PROCESSING, REQUIRES_ACTION, CANCELLING, UNKNOWN,"
        + " AUTHORIZED, SUCCEEDED, FAILED, VOIDED",
  })
  void everyCommandDoesOneThingInEveryStatus(ArgumentsAccessor row) {
    for (PaymentStatus from : PaymentStatus.values()) {
      assertThat(carriedOut(row.getString(0), in(from)))
          .as(row.getString(0) + " in " + from)
          .isEqualTo(row.getString(from.ordinal() + 1));
    }
  }

  private static String carriedOut(String command, Payment payment) {
    try {
      Outcome outcome =
          switch (command) {
            case "pay" -> payment.begin(CARD, PLAN);
            case "payelse" ->
                payment.begin(new PayRequest(Provider.STRIPE, "pm_card_other", null), PLAN);
            case "confirm" -> payment.confirm(Provider.CASH, PRICE, "receipt", NOW);
            case "void" -> payment.voidPayment("expired", PLAN);
            case "byhand" -> payment.voidByHand("sold out", PLAN);
            case "capture" -> payment.capture(new CaptureRequest("c", PRICE), NOW);
            case "refund" -> payment.refund(new RefundRequest("r", PRICE, "goodwill"), NOW);
            case "asksoon" -> payment.askSoon(NOW);
            case "end" -> payment.endOrder();
            default -> throw new IllegalArgumentException(command);
          };
      return outcome == Outcome.ALREADY ? "again" : payment.status().name();
    } catch (Refusal refusal) {
      return refusal.code();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "REQUESTED, VOIDED, PaymentVoided",
    "AWAITING_CONFIRMATION, VOIDED, PaymentVoided",
    "PROCESSING, PROCESSING, ''",
    "REQUIRES_ACTION, CANCELLING, ''",
    "CANCELLING, CANCELLING, ''",
    "UNKNOWN, UNKNOWN, PaymentUnknown",
    "AUTHORIZED, AUTHORIZED, PaymentSucceeded",
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
          case AUTHORIZED, SUCCEEDED -> PaymentSucceeded.class;
          case FAILED -> PaymentFailed.class;
          case VOIDED -> PaymentVoided.class;
        };

    assertThat(payment.openAgain(opening(false))).isEqualTo(Outcome.APPLIED);

    assertThat(payment.recorded().getLast()).isInstanceOf(expected);
    assertThat(payment.status()).isEqualTo(from);
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
  void beingCalledOffAgainAndAgainUsesUpNoneOfTheWaits() {
    Payment payment = in(PaymentStatus.UNKNOWN);

    for (int i = 0; i < 12; i++) {
      var unused = payment.voidPayment("expired", PLAN);
      assertThat(payment.claim(NOW, NOW.plusSeconds(20), false))
          .containsExactly(new Duty.Ask(null));
      unused = payment.settle(1, ANSWERS.get("silence"), PLAN);
    }

    assertThat(payment.attempt().orElseThrow().nextAskAt()).isEqualTo(NOW.plusSeconds(2));
    assertThat(payment.attempt().orElseThrow().key()).isEqualTo("pay-o1:1");
    assertThat(payment.attention()).isNull();
  }

  @Test
  void aWithdrawalThatIsNeverAnsweredNeedsAPersonUntilItIsWantedAgain() {
    Payment payment = in(PaymentStatus.CANCELLING);
    for (int i = 0; i <= PLAN.waits().size(); i++) {
      var unused = payment.settle(1, ANSWERS.get("silence"), PLAN);
    }
    assertThat(payment.attempt().orElseThrow().nextAskAt()).isNull();
    assertThat(payment.attention()).isEqualTo(Attention.UNANSWERED);

    var unused = payment.voidPayment("expired", PLAN);

    assertThat(payment.attention()).isNull();
    assertThat(payment.claim(NOW, NOW.plusSeconds(20), false))
        .containsExactly(new Duty.Cancel(null));
    unused = payment.settle(1, ANSWERS.get("silence"), PLAN);
    unused = payment.voidPayment("expired", PLAN);
    assertThat(payment.attempt().orElseThrow().nextAskAt()).isEqualTo(NOW.plusSeconds(2));
  }

  @Test
  void beingAskedEarlyInVainUsesUpNoneOfTheWaits() {
    Payment payment = in(PaymentStatus.UNKNOWN);
    Instant scheduled = NOW.plusSeconds(2);

    assertThat(payment.claim(NOW, NOW.plusSeconds(40), true))
        .containsExactly(new Duty.Ask(scheduled));
    var unused = payment.settle(1, ANSWERS.get("silence"), PLAN.early(scheduled));

    assertThat(payment.attempt().orElseThrow().nextAskAt()).isEqualTo(scheduled);
    assertThat(payment.attempt().orElseThrow().asks()).isEqualTo(1);
  }

  @Test
  void aProviderThatCouldNotBeAskedUsesUpNoneOfTheWaits() {
    Payment payment = in(PaymentStatus.UNKNOWN);

    var unused = payment.settle(1, ANSWERS.get("not_asked"), PLAN);

    assertThat(payment.attempt().orElseThrow().nextAskAt()).isEqualTo(NOW.plusSeconds(30));
    assertThat(payment.attempt().orElseThrow().asks()).isEqualTo(1);
  }

  @Test
  void aProviderThatIsUndecidedIsAskedAgainAfterAsLongAsItHasLasted() {
    Payment payment = in(PaymentStatus.PROCESSING);
    GatewayAnswer undecided = NoAnswer.undecided("processing");

    var unused = payment.settle(1, undecided, PLAN);
    assertThat(payment.status()).isEqualTo(PaymentStatus.UNKNOWN);
    assertThat(payment.attempt().orElseThrow().nextAskAt()).isEqualTo(NOW.plusSeconds(2));

    unused = payment.settle(1, undecided, at(NOW.plusSeconds(600)));
    assertThat(payment.attempt().orElseThrow().nextAskAt()).isEqualTo(NOW.plusSeconds(1_200));
    assertThat(payment.attempt().orElseThrow().asks()).isZero();
  }

  @Test
  void aCustomerWhoIsLostOnTheWayIsLookedAfterUntilTheirTimeIsOver() {
    Payment payment = in(PaymentStatus.REQUIRES_ACTION);
    Instant look = NOW.plusSeconds(45);
    assertThat(payment.attempt().orElseThrow().nextAskAt()).isEqualTo(look);

    assertThat(payment.claim(look, look.plusSeconds(40), false)).hasSize(1);
    var unused = payment.settle(1, ANSWERS.get("action"), at(look));
    assertThat(payment.isDue(look.plusSeconds(40))).isTrue();

    Instant over = NOW.plus(Duration.ofMinutes(31));
    assertThat(payment.claim(over, over.plusSeconds(40), false)).hasSize(1);
    unused = payment.settle(1, ANSWERS.get("action"), at(over));
    assertThat(payment.attempt().orElseThrow().nextAskAt()).isNull();
  }

  @Test
  void cashThatDoesNotAddUpIsRefused() {
    Payment payment = in(PaymentStatus.AWAITING_CONFIRMATION);

    for (Money counted : List.of(Money.of(1998, "USD"), Money.of(1999, "EUR"))) {
      assertThatThrownBy(() -> payment.confirm(Provider.CASH, counted, "receipt", NOW))
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("amount_differs"));
    }
    assertThat(payment.confirm(Provider.CASH, PRICE, "receipt", NOW)).isEqualTo(Outcome.APPLIED);
    assertThat(payment.confirm(Provider.CASH, PRICE, "receipt", NOW)).isEqualTo(Outcome.ALREADY);
  }

  @Test
  void aDisputeIsNotedOnce() {
    Payment payment = in(PaymentStatus.SUCCEEDED);

    assertThat(payment.dispute("dp_1", PRICE, NOW)).isEqualTo(Outcome.APPLIED);
    assertThat(payment.dispute("dp_1", PRICE, NOW)).isEqualTo(Outcome.ALREADY);
    assertThat(payment.status()).isEqualTo(PaymentStatus.SUCCEEDED);
    assertThat(payment.recorded().getLast()).isInstanceOf(PaymentDisputed.class);
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

    assertThat(payment.claim(later, later.plusSeconds(40), false))
        .containsExactly(new Duty.Ask(null));
    assertThat(payment.claim(later, later.plusSeconds(40), false)).isEmpty();
    assertThat(payment.claim(later.plusSeconds(40), later.plusSeconds(80), false)).hasSize(1);
    assertThat(payment.claim(later.plusSeconds(41), later.plusSeconds(80), true)).hasSize(1);
  }

  @Nested
  class ChosenWithTheOrder {

    private static final Instant LATER = NOW.plusSeconds(40);

    private final Payment payment = Payment.open(opening(List.of(), CARD), NOW);

    @Test
    void isDueAtOnceAndClaimedByOne() {
      assertThat(payment.isDue(NOW)).isTrue();
      assertThat(payment.claim(NOW, LATER, false))
          .containsExactly(new Duty.PayAsChosen(CARD, null));
      assertThat(payment.claim(NOW, LATER, false)).isEmpty();
    }

    @Test
    void isClaimedAnewWhenWhoeverClaimedItDied() {
      var unused = payment.claim(NOW, LATER, false);

      assertThat(payment.claim(NOW.plusSeconds(4), LATER, false)).isEmpty();
      assertThat(payment.claim(NOW.plusSeconds(5), LATER, false)).hasSize(1);
    }

    @Test
    void isOvertakenByACustomerWhoPaysOtherwise() {
      var unused = payment.begin(new PayRequest(Provider.CASH, null, null), PLAN);

      assertThat(payment.claim(LATER, LATER.plusSeconds(40), false)).isEmpty();
      assertThat(payment.isDue(LATER)).isFalse();
    }

    @Test
    void isOvertakenByTheEndOfTheOrder() {
      var unused = payment.voidPayment("expired", PLAN);

      assertThat(payment.claim(LATER, LATER.plusSeconds(40), false)).isEmpty();
      assertThat(payment.isDue(LATER)).isFalse();
    }

    @Test
    void isTriedAgainWhileTheProviderIsAway() {
      var begun = payment.begin(CARD, PLAN);
      var notSent = payment.settle(1, new NotSent(), PLAN);

      assertThat(payment.status()).isEqualTo(PaymentStatus.REQUESTED);
      assertThat(payment.failureCode()).isEqualTo("provider_unavailable");
      assertThat(payment.isDue(NOW.plusSeconds(1))).isFalse();
      assertThat(payment.claim(NOW.plusSeconds(2), LATER, false)).hasSize(1);
    }

    @Test
    void isTriedAtOnceWhenTheProviderIsBack() {
      var begun = payment.begin(CARD, PLAN);
      var notSent = payment.settle(1, new NotSent(), PLAN);

      assertThat(payment.claim(NOW.plusSeconds(1), LATER, true))
          .containsExactly(new Duty.PayAsChosen(CARD, NOW.plusSeconds(2)));
    }

    @Test
    void isNotTriedAgainWhenTheProviderRefusesIt() {
      var begun = payment.begin(CARD, PLAN);
      var refused = payment.settle(1, new Refused("no_such_method"), PLAN);

      assertThat(payment.failureCode()).isEqualTo("no_such_method");
      assertThat(payment.isDue(LATER)).isFalse();
    }

    @Test
    void isShownToBeImpossibleWhenItCannotEvenBeBegun() {
      var claimed = payment.claim(NOW, LATER, false);
      var unused = payment.notPaidAsChosen(Refusal.rule("method_not_savable", "Not PayPal"), PLAN);

      assertThat(payment.status()).isEqualTo(PaymentStatus.REQUESTED);
      assertThat(payment.failureCode()).isEqualTo("method_not_savable");
      assertThat(payment.isDue(LATER.plusSeconds(40))).isFalse();
    }

    @Test
    void saysNothingAboutAPaymentThatSomebodyHasBegunMeanwhile() {
      var claimed = payment.claim(NOW, LATER, false);
      var begun = payment.begin(CARD, PLAN);

      assertThat(payment.notPaidAsChosen(Refusal.conflict("payment_in_progress", "Busy"), PLAN))
          .isEqualTo(Outcome.ALREADY);
      assertThat(payment.failureCode()).isNull();
    }
  }

  @Test
  void overNothingIsPaidWhenItIsOpened() {
    Opening any = opening(false);
    Payment payment =
        Payment.open(
            new Opening(
                "o1",
                "ORD-1",
                "acme",
                "carla",
                "corner",
                Money.zero(PRICE.currency()),
                any.expiresAt(),
                true,
                List.of(),
                CARD),
            NOW);

    assertThat(payment.status()).isEqualTo(PaymentStatus.SUCCEEDED);
    assertThat(payment.recorded()).singleElement().isInstanceOf(PaymentSucceeded.class);
    assertThat(payment.begin(CARD, PLAN)).isEqualTo(Outcome.ALREADY);
    assertThat(payment.isDue(NOW)).isFalse();
    assertThat(payment.endOrder()).isEqualTo(Outcome.APPLIED);
    assertThat(payment.attention()).isNull();
  }

  @Test
  void aShopIsPaidInNoWayThatItDoesNotOffer() {
    Payment payment = Payment.open(opening(List.of("cash"), null), NOW);

    assertThatThrownBy(() -> payment.begin(CARD, PLAN))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.code()).isEqualTo("payment_method_not_offered"));
    assertThat(payment.begin(new PayRequest(Provider.CASH, null, null), PLAN))
        .isEqualTo(Outcome.APPLIED);
  }

  private static Opening opening(List<String> offered, PayRequest chosen) {
    Opening any = opening(false);
    return new Opening(
        any.orderId(),
        any.orderNumber(),
        any.companyId(),
        any.customerId(),
        any.shopId(),
        any.amount(),
        any.expiresAt(),
        false,
        offered,
        chosen);
  }

  static AskPlan at(Instant now) {
    return new AskPlan(
        now,
        Duration.ofSeconds(15),
        List.of(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(15)));
  }

  static Opening opening(boolean captureLater) {
    return new Opening(
        "o1",
        "ORD-1",
        "acme",
        "carla",
        "corner",
        PRICE,
        NOW.plus(Duration.ofMinutes(30)),
        captureLater,
        List.of(),
        null);
  }

  static Payment in(PaymentStatus status) {
    Payment payment = Payment.open(opening(status == PaymentStatus.AUTHORIZED), NOW);
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
          case AUTHORIZED -> payment.settle(1, ANSWERS.get("authorized"), PLAN);
          case SUCCEEDED -> payment.settle(1, ANSWERS.get("approved"), PLAN);
          case FAILED -> payment.settle(1, ANSWERS.get("declined"), PLAN);
          case VOIDED -> payment.settle(1, ANSWERS.get("cancelled"), PLAN);
        };
    assertThat(payment.status()).isEqualTo(status);
    return payment;
  }
}
