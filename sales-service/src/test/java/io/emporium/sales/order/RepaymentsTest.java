package io.emporium.sales.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emporium.events.Money;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.Outcome;
import io.emporium.sales.Stored;
import io.emporium.sales.checkout.SagaReply;
import io.emporium.sales.order.Repayments.Promise;
import io.emporium.sales.order.Repayments.Refund;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/// 29.97 were paid; a unit is worth 9.99.
class RepaymentsTest {

  private static final Money PRICE = usd(2_997);
  private static final Money NOTHING = usd(0);

  @Test
  void aReturnGetsWhatItsGoodsAreWorthWhileThatMuchIsLeft() {
    Repayments paid = Repayments.none(PRICE);

    assertThat(paid.offer("r1", usd(1_998), usd(490)))
        .isEqualTo(new Promise("r1", usd(1_998), usd(490), usd(2_488)));
    assertThat(goodwill(paid, 500).offer("r1", usd(2_997), NOTHING).amount()).isEqualTo(usd(2_497));
    assertThat(goodwill(paid, 2_997).offer("r1", usd(999), NOTHING).amount()).isEqualTo(NOTHING);
    assertThat(paid.taking(usd(700)).offer("r1", usd(999), NOTHING).amount()).isEqualTo(usd(700));
  }

  @Test
  void whatIsPromisedToOneReturnIsNotLeftForAnother() {
    Repayments promised = promised(goodwill(Repayments.none(PRICE), 500), "r1", 1_998);

    assertThat(promised.offer("r2", usd(999), NOTHING).amount()).isEqualTo(usd(499));
    // Nor does its own promise stand in a return's way.
    assertThat(promised.offer("r1", usd(2_997), NOTHING).amount()).isEqualTo(usd(2_497));

    Repayments kept = promised.hearing(new Refund("return-r1-1", usd(1_998)));
    assertThat(kept.offer("r2", usd(999), NOTHING).amount()).isEqualTo(usd(499));
    assertThat(kept.promising(kept.offer("r1", usd(1), NOTHING))).isEqualTo(kept);
  }

  @Test
  void whatPaymentServiceGaveCountsInsteadOfWhatWasPromised() {
    Repayments promised = promised(Repayments.none(PRICE), "r1", 1_998);
    Promise made = promised.promiseTo("r1").orElseThrow();
    assertThat(promised.given(made)).isEqualTo(usd(1_998));

    Repayments less = promised.hearing(new Refund("return-r1-1", usd(1_000)));
    assertThat(less.given(made)).isEqualTo(usd(1_000));
    assertThat(less.offer("r2", usd(2_997), NOTHING).amount()).isEqualTo(usd(1_997));

    // Refused, so that a person gives it back by hand: that must not be missing for others.
    Repayments refused = promised.hearing(new Refund("return-r1-1", NOTHING));
    assertThat(refused.given(made)).isEqualTo(NOTHING);
    assertThat(goodwill(refused, 1_998).offer("r2", usd(999), NOTHING).amount())
        .isEqualTo(usd(999));
    assertThat(refused.hearing(new Refund("return-r1-2", usd(1_998))).given(made))
        .isEqualTo(usd(1_998));
  }

  @RepeatedTest(20)
  void newsMayComeTwiceAndInAnyOrder(RepetitionInfo repetition) {
    List<Refund> news =
        new ArrayList<>(
            List.of(
                new Refund("by-hand", usd(500)),
                new Refund("by-hand", usd(500)),
                new Refund("return-r1-1", NOTHING),
                new Refund("return-r1-1", usd(999)),
                new Refund("return-r1-1", usd(999)),
                new Refund("return-r2-1", usd(999))));
    Collections.shuffle(news, new Random(repetition.getCurrentRepetition()));

    Repayments heard = promised(Repayments.none(PRICE), "r1", 999);
    for (Refund one : news) {
      heard = heard.hearing(one);
    }

    assertThat(heard.refunded()).isEqualTo(usd(2_498));
    assertThat(heard.given(heard.promiseTo("r1").orElseThrow())).isEqualTo(usd(999));
    assertThat(heard.refunds()).hasSize(3);
  }

  @RepeatedTest(50)
  void allRefundsTogetherAreNeverMoreThanWasPaid(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    Repayments order = Repayments.none(PRICE);
    long atPayment = PRICE.amount();
    List<Promise> underWay = new ArrayList<>();
    for (int n = 0; n < 12; n++) {
      switch (random.nextInt(3)) {
        case 0 -> {
          long given = Math.min(atPayment, random.nextInt(600));
          atPayment -= given;
          order = order.hearing(new Refund("by-hand-" + n, usd(given)));
        }
        case 1 -> {
          Promise made = order.offer("r" + n, usd(random.nextInt(1_500)), NOTHING);
          order = order.promising(made);
          underWay.add(made);
        }
        default -> {
          if (!underWay.isEmpty()) {
            Promise asked = underWay.removeFirst();
            long given = Math.min(atPayment, asked.amount().amount());
            atPayment -= given;
            order = order.hearing(new Refund("return-" + asked.returnId() + "-1", usd(given)));
          }
        }
      }
      Repayments now = order;
      long promised = underWay.stream().mapToLong(one -> now.given(one).amount()).sum();
      assertThat(now.refunded().amount()).isEqualTo(PRICE.amount() - atPayment);
      assertThat(now.offer("next", PRICE, NOTHING).amount().amount())
          .isEqualTo(Math.max(0, atPayment - promised));
    }
  }

  @Test
  void anOrderSaysHowMuchOfItsPriceIsBackAndKeepsItWhenStored() {
    Order order = OrderTest.in(OrderStatus.COMPLETED);
    assertThat(standing(order)).isEqualTo(PaymentStanding.PAID);

    assertThat(hears(order, "by-hand", 500)).isEqualTo(Outcome.APPLIED);
    assertThat(hears(order, "by-hand", 500)).isEqualTo(Outcome.ALREADY);
    assertThat(standing(order)).isEqualTo(PaymentStanding.PARTIALLY_REFUNDED);

    assertThat(hears(order, "return-r1-1", 2_497)).isEqualTo(Outcome.APPLIED);
    assertThat(standing(order)).isEqualTo(PaymentStanding.REFUNDED);
    assertThat(Stored.readBack(Order.class, order).repayments()).isEqualTo(order.repayments());
  }

  @Test
  void allThatWasTakenIsAllThatCanGoBack() {
    Order order = OrderTest.in(OrderStatus.COMPLETED);
    assertThat(order.payingBack().taken(PRICE)).isEqualTo(Outcome.ALREADY);
    assertThat(order.payingBack().taken(usd(1_500))).isEqualTo(Outcome.APPLIED);
    assertThat(order.payingBack().taken(usd(1_500))).isEqualTo(Outcome.ALREADY);

    hears(order, "by-hand", 1_500);

    assertThat(standing(order)).isEqualTo(PaymentStanding.REFUNDED);
  }

  @Test
  void whatNobodyMayGiveIsNotPromised() {
    Order order = OrderTest.in(OrderStatus.COMPLETED);
    var unused = order.takingBack().claim(OrderTest.wish("r1", 1), OrderTest.NOW);
    var wish = new PayingBack.Wish("r1", usd(999), true);

    assertThatThrownBy(
            () ->
                order
                    .payingBack()
                    .promise(
                        wish,
                        _ -> {
                          throw Refusal.forbidden("refund_needs_approval", "too much");
                        }))
        .isInstanceOf(Refusal.class);

    assertThat(order.repayments().promises()).isEmpty();
    assertThat(order.returns().shippingClaimed()).isFalse();
  }

  @Test
  void whoMayGiveIsAskedAboutAllThatGoesBackTogether() {
    Order order = OrderTest.in(OrderStatus.COMPLETED);
    hears(order, "by-hand", 500);

    assertThat(askedAbout(order, "r1")).containsExactly(usd(1_499));
    // Nor does its own promise count twice when the button is pressed again.
    assertThat(askedAbout(order, "r1")).containsExactly(usd(1_499));
    assertThat(askedAbout(order, "r2")).containsExactly(usd(2_498));

    // A kept promise counts as what was given.
    hears(order, "return-r1-1", 900);
    assertThat(askedAbout(order, "r2")).containsExactly(usd(2_399));
    assertThat(askedAbout(order, "r3")).containsExactly(PRICE);
    hears(order, "return-r2-1", 999);
    assertThat(askedAbout(order, "r3")).containsExactly(PRICE);
  }

  @Test
  void nobodyIsAskedWhereNothingIsLeftToGive() {
    Order order = OrderTest.in(OrderStatus.COMPLETED);
    hears(order, "by-hand", 2_997);

    assertThat(askedAbout(order, "r1")).isEmpty();

    assertThat(order.repayments().promiseTo("r1").orElseThrow().amount()).isEqualTo(NOTHING);
  }

  @Test
  void aCancelledSaleWhoseMoneyWentBackByHandIsOnlyRestocked() {
    Order order = OrderTest.in(OrderStatus.CONFIRMED);
    hears(order, "by-hand", 2_997);
    assertThat(order.cancel("changed_mind", OrderTest.NOW)).isEqualTo(Outcome.APPLIED);

    assertThat(order.payingBack().refused("refund-o1", "exceeds_captured", OrderTest.NOW))
        .isEqualTo(Outcome.APPLIED);
    assertThat(order.payingBack().refused("refund-o1", "exceeds_captured", OrderTest.NOW))
        .isEqualTo(Outcome.ALREADY);

    assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
    OrderTest.apply(order, new SagaReply.StockRestocked("restock-o1"));
    assertThat(standing(order)).isEqualTo(PaymentStanding.REFUNDED);
    assertThat(order.repayments().refunded()).isEqualTo(PRICE);
  }

  @Test
  void aCancelledGiftIsOnlyRestockedSinceThereIsNothingToPayBack() {
    Order order = Order.place(OrderTest.placement(0, FulfilmentMethod.DELIVERY, null));
    OrderTest.apply(
        order,
        new SagaReply.StockHeld(),
        new SagaReply.PaymentOpened(),
        new SagaReply.PaymentTaken(),
        new SagaReply.StockDeducted());
    assertThat(order.cancel("changed_mind", OrderTest.NOW)).isEqualTo(Outcome.APPLIED);

    assertThat(order.payingBack().refused("refund-o1", "invalid_amount", OrderTest.NOW))
        .isEqualTo(Outcome.APPLIED);

    assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
  }

  private static Outcome hears(Order order, String refundId, long amount) {
    return order.payingBack().refunded(refundId, usd(amount), OrderTest.NOW);
  }

  /// What is asked about when 9.99 are wished for.
  private static List<Money> askedAbout(Order order, String returnId) {
    List<Money> sums = new ArrayList<>();
    var unused =
        order
            .payingBack()
            .promise(new PayingBack.Wish(returnId, usd(999), false), sum -> sums.add(sum));
    return sums;
  }

  private static PaymentStanding standing(Order order) {
    return PaymentStanding.of(order.checkout(), order.repayments());
  }

  private static Repayments goodwill(Repayments before, long amount) {
    return before.hearing(new Refund("by-hand", usd(amount)));
  }

  private static Repayments promised(Repayments before, String returnId, long goods) {
    return before.promising(before.offer(returnId, usd(goods), NOTHING));
  }

  private static Money usd(long amount) {
    return Money.of(amount, "USD");
  }
}
