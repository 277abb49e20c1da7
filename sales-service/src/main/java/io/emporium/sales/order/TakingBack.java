package io.emporium.sales.order;

import io.emporium.events.order.ReturnRequested;
import io.emporium.kit.store.Outcome;
import java.time.Instant;
import java.util.Map;

/// What an order decides of its returns: who has which unit. Who has which money is in
/// [PayingBack].
public final class TakingBack {

  private final Order order;

  TakingBack(Order order) {
    this.order = order;
  }

  /// Sets units aside for a return, so that no other return can have them.
  ///
  /// @throws Refusal when nothing can come back yet, or fewer units are left
  public Outcome claim(ReturnClaims.Wish wish, Instant now) {
    if (order.returns.find(wish.returnId()).isPresent()) {
      return Outcome.ALREADY;
    }
    order.status.requireReturnable();
    ReturnClaims.Claim claim =
        order.returns.claim(wish, order.basket.lines(), order.fulfilments, now);
    order.returns = order.returns.plus(claim);
    order.publish(
        new ReturnRequested(
            wish.returnId(),
            order.id(),
            order.customerId,
            order.shopId,
            claim.shipped(),
            wish.reason()));
    order.note("return_requested", now, wish.reason());
    return Outcome.APPLIED;
  }

  /// What did not come back may be returned another time.
  ///
  /// @param received units per line; empty when the return was rejected
  public Outcome settle(String returnId, Map<Integer, Integer> received) {
    ReturnClaims settled = order.returns.settled(returnId, received);
    if (settled.equals(order.returns)) {
      return Outcome.ALREADY;
    }
    order.returns = settled;
    return Outcome.APPLIED;
  }
}
