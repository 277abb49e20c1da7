package io.emporium.sales.checkout;

import io.emporium.events.Command;
import io.emporium.events.inventory.DeductStock;
import io.emporium.events.inventory.ReleaseStock;
import io.emporium.events.inventory.ReserveStock;
import io.emporium.events.inventory.RestockItems;
import io.emporium.events.payment.InitiatePayment;
import io.emporium.events.payment.RefundPayment;
import io.emporium.events.payment.VoidPayment;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// What the saga can ask of inventory and payment. Each may be asked again, with the same effect.
public enum Ask {
  NOTHING,
  RESERVE,
  OPEN_PAYMENT,
  VOID,
  DEDUCT,
  RELEASE,
  REFUND,
  RESTOCK;

  /// @param state of the step that asks
  private List<Command> commands(Deal deal, Checkout state) {
    String id = deal.orderId();
    String reason = Objects.requireNonNullElse(state.reason(), "expired");
    return switch (this) {
      case NOTHING -> List.of();
      case RESERVE -> List.of(new ReserveStock(id, deal.shopId(), deal.lines(), deal.holdUntil()));
      case OPEN_PAYMENT ->
          List.of(
              new InitiatePayment(
                  id,
                  deal.number(),
                  deal.customerId(),
                  deal.shopId(),
                  deal.total(),
                  until(deal, state),
                  deal.paymentOptions()));
      case VOID -> List.of(new VoidPayment(id, reason));
      case DEDUCT -> List.of(new DeductStock(id));
      case RELEASE -> List.of(new ReleaseStock(id, reason));
      case REFUND ->
          List.of(new RefundPayment(id, deal.refundId(state.timesRefused()), deal.total(), reason));
      // No lines: all that was deducted for the order, and inventory knows best what that was.
      case RESTOCK -> List.of(new RestockItems(id, deal.restockId(), List.of(), reason));
    };
  }

  static List<Command> all(List<Ask> asks, Checkout state, Deal deal) {
    return asks.stream().flatMap(ask -> ask.commands(deal, state).stream()).toList();
  }

  private static Instant until(Deal deal, Checkout state) {
    return Objects.requireNonNullElse(state.deadline(), deal.holdUntil());
  }
}
