package io.emporium.sales.returns;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.events.Money;
import io.emporium.events.inventory.RestockItems;
import io.emporium.events.inventory.StockLine;
import io.emporium.events.notification.SendNotification;
import io.emporium.events.order.ReturnReceived;
import io.emporium.events.payment.RefundPayment;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.Outcome;
import io.emporium.sales.Stored;
import io.emporium.sales.order.Fulfilments.Portion;
import io.emporium.sales.order.Order;
import io.emporium.sales.order.Orders;
import io.emporium.sales.order.Repayments.Promise;
import io.emporium.sales.order.ReturnClaims;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Two of three units for 29.97 come back.
class ReturnTest {

  private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
  private static final Money NOTHING = Money.of(0, "EUR");
  private static final Money UNIT = Money.of(999, "EUR");
  private static final String REFUND = "return-r1-1";

  /// ok, same (already so), or no (refused, the status being named)
  @ParameterizedTest
  @CsvSource({
    "REQUESTED,       ok,   ok,   no, no,   same, no",
    "APPROVED,        same, ok,   ok, no,   same, no",
    "REJECTED,        no,   same, no, no,   same, no",
    "RECEIVED,        no,   no,   ok, ok,   same, no",
    "REFUNDING,       no,   no,   no, same, same, no",
    "REFUNDED,        no,   no,   no, same, same, no",
    "NEEDS_ATTENTION, no,   no,   no, same, ok,   ok",
    "CLOSED,          no,   no,   no, same, same, same",
  })
  void answersEveryCommandInEveryStatus(
      ReturnStatus status,
      String approve,
      String reject,
      String receive,
      String refund,
      String retry,
      String close) {
    assertThat(answer(status, each -> each.approve(NOW))).isEqualTo(approve);
    assertThat(answer(status, each -> each.reject("used", NOW))).isEqualTo(reject);
    assertThat(answer(status, each -> each.receive("late", units(1, 0), NOW))).isEqualTo(receive);
    assertThat(answer(status, each -> each.refund(promised(each), NOW))).isEqualTo(refund);
    assertThat(answer(status, each -> each.retry(NOW))).isEqualTo(retry);
    assertThat(answer(status, each -> each.close("paid in cash", NOW))).isEqualTo(close);
  }

  @ParameterizedTest
  @EnumSource(ReturnStatus.class)
  void everyStatusCanBeReached(ReturnStatus status) {
    assertThat(in(status).status()).isEqualTo(status);
    assertThat(status.next()).doesNotContain(status);
  }

  @ParameterizedTest
  @EnumSource(ReturnStatus.class)
  void repliesOfOthersNeverMoveItBack(ReturnStatus status) {
    Return before = in(status);
    for (Function<Return, Outcome> reply :
        List.<Function<Return, Outcome>>of(
            each -> each.refunded("return-r1-1", UNIT, NOW),
            each -> each.refunded("return-r1-1", UNIT, NOW),
            each -> each.refundFailed("return-r1-1", "no", NOW),
            each -> each.nothingLeft("return-r1-1", NOW),
            each -> each.restocked("return-r1-1", NOW),
            each -> each.restocked("return-r1-9", NOW))) {
      var unused = reply.apply(before);
    }
    boolean asked = status == ReturnStatus.REFUNDING || status == ReturnStatus.NEEDS_ATTENTION;
    assertThat(before.status()).isEqualTo(asked ? ReturnStatus.REFUNDED : status);
  }

  @Test
  void givesBackTheShareOfEachUnitAndRestocksTheGoodOnes() {
    Return returned = in(ReturnStatus.APPROVED);
    ok(returned.receive("a", units(1, 0), NOW));
    ok(returned.receive("b", units(0, 1), NOW));
    assertThat(answer(returned, each -> each.receive("c", units(1, 0), NOW)))
        .isEqualTo("more_than_returned");
    assertThat(returned.receive("b", units(0, 1), NOW)).isEqualTo(Outcome.ALREADY);

    ok(returned.refund(promised(returned), NOW));

    assertThat(of(returned, RestockItems.class))
        .containsExactly(
            new RestockItems("o1", "return-r1-1", List.of(new StockLine("TEA", 1)), "return"));
    assertThat(of(returned, RefundPayment.class))
        .containsExactly(new RefundPayment("o1", REFUND, Money.of(1_998, "EUR"), "return"));
    assertThat(of(returned, ReturnReceived.class).getFirst().refund())
        .isEqualTo(Money.of(1_998, "EUR"));
    Money both = Money.of(1_998, "EUR");
    ok(returned.refunded(REFUND, both, NOW));
    assertThat(returned.refunded(REFUND, both, NOW)).isEqualTo(Outcome.ALREADY);
    assertThat(returned.restocked()).isFalse();
    ok(returned.restocked("return-r1-1", NOW));
    assertThat(returned.status()).isEqualTo(ReturnStatus.REFUNDED);
  }

  @Test
  void aRefusedRefundIsAskedForUnderAnotherIdAndAnUnansweredOneUnderTheSame() {
    Return refused = in(ReturnStatus.NEEDS_ATTENTION);
    ok(refused.retry(NOW));
    assertThat(refused.status()).isEqualTo(ReturnStatus.REFUNDING);
    assertThat(of(refused, RefundPayment.class).getLast().refundId()).isEqualTo("return-r1-2");
    assertThat(refused.refundFailed(REFUND, "late news", NOW)).isEqualTo(Outcome.ALREADY);

    Return silent = in(ReturnStatus.REFUNDING);
    Instant later = NOW.plus(Duration.ofMinutes(61));
    ok(silent.wake(later));
    assertThat(silent.status()).isEqualTo(ReturnStatus.NEEDS_ATTENTION);
    assertThat(silent.trouble()).isEqualTo("no_answer_in_time");
    assertThat(silent.wake(later)).isEqualTo(Outcome.ALREADY);
    ok(silent.retry(later));
    assertThat(of(silent, RefundPayment.class))
        .extracting(RefundPayment::refundId)
        .containsOnly(REFUND);
    ok(silent.refunded(REFUND, UNIT, later));
    assertThat(silent.status()).isEqualTo(ReturnStatus.REFUNDED);
  }

  @Test
  void asksAgainUntilItIsAnswered() {
    Return returned = in(ReturnStatus.REFUNDING);
    assertThat(returned.wake(NOW.plusSeconds(1))).isEqualTo(Outcome.ALREADY);
    ok(returned.wake(NOW.plusSeconds(2)));
    assertThat(returned.wake(NOW.plusSeconds(3))).isEqualTo(Outcome.ALREADY);
    ok(returned.wake(NOW.plusSeconds(6)));
    assertThat(of(returned, RefundPayment.class)).hasSize(3);
    assertThat(of(returned, RestockItems.class)).hasSize(3);
    ok(returned.refunded(REFUND, UNIT, NOW));
    ok(returned.restocked("return-r1-1", NOW));
    assertThat(returned.wake(NOW.plus(Duration.ofDays(1)))).isEqualTo(Outcome.ALREADY);
  }

  @Test
  void givesBackWhatIsLeftAndSaysWhatTheGoodsAreWorth() {
    Return returned = in(ReturnStatus.RECEIVED);
    assertThat(returned.worth()).isNull();

    ok(returned.refund(promised(returned, Money.of(600, "EUR")), NOW));

    assertThat(of(returned, RefundPayment.class))
        .extracting(RefundPayment::amount)
        .containsExactly(Money.of(600, "EUR"));
    assertThat(of(returned, ReturnReceived.class).getFirst().refund())
        .isEqualTo(Money.of(600, "EUR"));
    // Meanwhile a clerk has given something by hand: payment-service had less.
    ok(returned.refunded(REFUND, Money.of(100, "EUR"), NOW));
    assertThat(returned.worth()).isEqualTo(UNIT);
    assertThat(returned.refundAmount()).isEqualTo(Money.of(100, "EUR"));
  }

  @Test
  void endsWithoutARefundWhereNothingIsLeft() {
    Return known = in(ReturnStatus.RECEIVED);
    ok(known.refund(promised(known, NOTHING), NOW));

    Return race = in(ReturnStatus.REFUNDING);
    assertThat(race.nothingLeft("return-r1-9", NOW)).isEqualTo(Outcome.ALREADY);
    ok(race.nothingLeft(REFUND, NOW));
    assertThat(race.nothingLeft(REFUND, NOW)).isEqualTo(Outcome.ALREADY);

    assertThat(of(known, RefundPayment.class)).isEmpty();
    for (Return ended : List.of(known, race)) {
      assertThat(ended.status()).isEqualTo(ReturnStatus.REFUNDED);
      assertThat(ended.worth()).isEqualTo(UNIT);
      assertThat(ended.refundAmount()).isEqualTo(NOTHING);
      assertThat(ended.trouble()).isNull();
      // Nothing is on its way to the customer, so nobody says so.
      assertThat(of(ended, SendNotification.class))
          .extracting(SendNotification::template)
          .doesNotContain("return_refunded");
    }
  }

  @Test
  void aPromiseForOtherGoodsThanHaveComeIsNotTaken() {
    Return returned = in(ReturnStatus.RECEIVED);
    Promise before = promised(returned);
    ok(returned.receive("b", units(1, 0), NOW));

    assertThat(answer(returned, each -> each.refund(before, NOW))).isEqualTo("return_has_changed");
  }

  @Test
  void hasRestockedNothingBeforeGoodUnitsCameAndAreBack() {
    for (ReturnStatus early : List.of(ReturnStatus.REQUESTED, ReturnStatus.APPROVED)) {
      assertThat(in(early).restocked()).isFalse();
    }
    Return returned = in(ReturnStatus.APPROVED);
    ok(returned.receive("a", units(0, 1), NOW));
    assertThat(returned.restocked()).isFalse();
    ok(returned.receive("b", units(1, 0), NOW));
    assertThat(returned.restocked()).isFalse();

    ok(returned.restocked("return-r1-2", NOW));

    assertThat(returned.restocked()).isTrue();
  }

  @Test
  void aRestockThatNobodyAsksForAnyMoreIsAskedForAgainWhenTheMoneyIsAnswered() {
    Return silent = in(ReturnStatus.REFUNDING);
    Instant later = NOW.plus(Duration.ofMinutes(61));
    ok(silent.wake(later));
    assertThat(silent.status()).isEqualTo(ReturnStatus.NEEDS_ATTENTION);

    ok(silent.refunded(REFUND, UNIT, later));

    assertThat(silent.status()).isEqualTo(ReturnStatus.REFUNDED);
    ok(silent.wake(later.plusSeconds(2)));
    assertThat(of(silent, RestockItems.class)).hasSize(2);
  }

  @Test
  void aRefusalIsNotForgottenWhenTheStockAnswersLate() {
    Return refused = in(ReturnStatus.NEEDS_ATTENTION);
    Instant later = NOW.plus(Duration.ofMinutes(61));
    ok(refused.wake(later));
    assertThat(refused.trouble()).isEqualTo("no_answer_in_time");

    ok(refused.restocked("return-r1-1", later));

    assertThat(refused.status()).isEqualTo(ReturnStatus.NEEDS_ATTENTION);
    assertThat(refused.trouble()).isEqualTo("refund_refused: expired_card");
    ok(refused.retry(later));
    assertThat(refused.status()).isEqualTo(ReturnStatus.REFUNDING);
  }

  @Test
  void whatWasSettledByHandWhileNobodyAnsweredStaysSo() {
    Return closed = in(ReturnStatus.REFUNDING);
    Instant later = NOW.plus(Duration.ofMinutes(61));
    ok(closed.wake(later));
    ok(closed.close("paid in cash", later));

    for (Function<Return, Outcome> late :
        List.<Function<Return, Outcome>>of(
            each -> each.refundFailed(REFUND, "no", later),
            each -> each.nothingLeft(REFUND, later),
            each -> each.refunded(REFUND, UNIT, later))) {
      assertThat(late.apply(closed)).isEqualTo(Outcome.ALREADY);
    }
    assertThat(closed.status()).isEqualTo(ReturnStatus.CLOSED);
  }

  @ParameterizedTest
  @EnumSource(ReturnStatus.class)
  void isReadBackAsItWasWritten(ReturnStatus status) {
    Return written = in(status);

    Return again = Stored.readBack(Return.class, written);

    assertThat(Stored.of(again)).isEqualTo(Stored.of(written));
    assertThat(again.lines()).isEqualTo(written.lines());
  }

  @Test
  void knowsItsRefundsFromOthers() {
    assertThat(ReturnClaims.ownerOf(ReturnClaims.errand("0198-ab", 1))).contains("0198-ab");
    assertThat(ReturnClaims.ownerOf("refund-0198")).isEmpty();
    assertThat(ReturnClaims.ownerOf("return-")).isEmpty();
    assertThat(ReturnClaims.ownerOf("return-x")).isEmpty();
  }

  private static String answer(ReturnStatus status, Function<Return, Outcome> command) {
    String answer = answer(in(status), command);
    return answer.equals("return_is_" + status.wireName()) ? "no" : answer;
  }

  private static String answer(Return returned, Function<Return, Outcome> command) {
    try {
      return command.apply(returned) == Outcome.APPLIED ? "ok" : "same";
    } catch (Refusal refusal) {
      return refusal.code();
    }
  }

  private static Return in(ReturnStatus status) {
    return switch (status) {
      case REQUESTED -> requested();
      case APPROVED -> after(ReturnStatus.REQUESTED, each -> each.approve(NOW));
      case REJECTED -> after(ReturnStatus.REQUESTED, each -> each.reject("used", NOW));
      case RECEIVED -> after(ReturnStatus.APPROVED, each -> each.receive("a", units(1, 0), NOW));
      case REFUNDING -> after(ReturnStatus.RECEIVED, each -> each.refund(promised(each), NOW));
      case REFUNDED -> after(ReturnStatus.REFUNDING, each -> each.refunded(REFUND, UNIT, NOW));
      case NEEDS_ATTENTION ->
          after(ReturnStatus.REFUNDING, each -> each.refundFailed(REFUND, "expired_card", NOW));
      case CLOSED -> after(ReturnStatus.NEEDS_ATTENTION, each -> each.close("by hand", NOW));
    };
  }

  private static Promise promised(Return returned) {
    return promised(returned, returned.refundable());
  }

  private static Promise promised(Return returned, Money amount) {
    return new Promise("r1", returned.refundable(), NOTHING, amount);
  }

  private static Return requested() {
    Order order = Orders.handedOver(Orders.confirmed("o1", "acme", "s1", NOW), NOW);
    ok(
        order
            .takingBack()
            .claim(new ReturnClaims.Wish("r1", List.of(new Portion(1, 2)), "too small"), NOW));
    return Return.requested(order, order.returns().find("r1").orElseThrow());
  }

  private static Return after(ReturnStatus status, Function<Return, Outcome> command) {
    Return returned = in(status);
    ok(command.apply(returned));
    return returned;
  }

  private static void ok(Outcome outcome) {
    assertThat(outcome).isEqualTo(Outcome.APPLIED);
  }

  private static List<ReturnLine.Portion> units(int good, int damaged) {
    return List.of(new ReturnLine.Portion(1, good, damaged));
  }

  private static <T> List<T> of(Return returned, Class<T> type) {
    return returned.recorded().stream().filter(type::isInstance).map(type::cast).toList();
  }
}
