package io.emporium.sales.order;

import io.emporium.events.Money;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.Outcome;
import io.emporium.sales.checkout.SagaReply;
import java.time.Instant;
import java.util.function.Consumer;

/// What an order decides of its money that goes back, and what it hears of it.
public final class PayingBack {

  /// Why payment-service refuses a refund when all is with the customer already.
  public static final String NOTHING_LEFT = "exceeds_captured";

  /// What a return wants for what came back.
  ///
  /// @param goods what they are worth
  /// @param withShipping whether the shipping goes back too
  public record Wish(String returnId, Money goods, boolean withShipping) {}

  private final Order order;

  PayingBack(Order order) {
    this.order = order;
  }

  /// Promises a return what is left of the money, so that no other return can have it; and the
  /// shipping to one return only.
  ///
  /// @param allowed refuses what this person may not give back of one order: it is told the sum of
  ///   all that went back, is promised to others or is now wished for, or a limit would be passed
  ///   in small steps
  /// @throws Refusal when another return refunds the shipping
  public Outcome promise(Wish wish, Consumer<Money> allowed) {
    Repayments before = order.repayments();
    ReturnClaims claims = claims(wish);
    Money shipping =
        claims.shippingOf(wish.returnId())
            ? order.basket.shipping()
            : Money.zero(before.taken().currency());
    Repayments.Promise made = before.offer(wish.returnId(), wish.goods(), shipping);
    // A return for which nothing is left gives nothing, whatever went back before.
    if (made.amount().amount() > 0) {
      allowed.accept(before.together(made));
    }
    Repayments after = before.promising(made);
    if (after.equals(before) && claims.equals(order.returns)) {
      return Outcome.ALREADY;
    }
    order.repayments = after;
    order.returns = claims;
    return Outcome.APPLIED;
  }

  private ReturnClaims claims(Wish wish) {
    if (!wish.withShipping() || order.returns.shippingOf(wish.returnId())) {
      return order.returns;
    }
    if (order.returns.shippingClaimed()) {
      throw Refusal.conflict("shipping_already_refunded", "Another return refunds the shipping");
    }
    return order.returns.withShipping(wish.returnId());
  }

  /// Money went back: for the saga, for a return, or by hand.
  Outcome refunded(String refundId, Money amount, Instant now) {
    return heard(
        order.repayments().hearing(new Repayments.Refund(refundId, amount)),
        order.react(new SagaReply.RefundDone(refundId), now));
  }

  /// A refund is refused for good: nothing is under way any more for which money must be kept.
  Outcome refused(String refundId, String why, Instant now) {
    Money nothing = Money.zero(order.repayments().taken().currency());
    SagaReply reply =
        why.equals(NOTHING_LEFT) || order.basket().total().amount() == 0
            ? new SagaReply.NothingToRefund(refundId)
            : new SagaReply.RefundFailed(refundId, why);
    return heard(
        order.repayments().hearing(new Repayments.Refund(refundId, nothing)),
        order.react(reply, now));
  }

  /// Reserved money was taken, all or some of it.
  Outcome taken(Money amount) {
    return heard(order.repayments().taking(amount), Outcome.ALREADY);
  }

  private Outcome heard(Repayments after, Outcome saga) {
    if (after.equals(order.repayments())) {
      return saga;
    }
    order.repayments = after;
    return Outcome.APPLIED;
  }
}
