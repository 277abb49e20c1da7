package io.emporium.sales.order.messaging;

import io.emporium.events.Envelope;
import io.emporium.events.inventory.ReservationExpired;
import io.emporium.events.inventory.ReservationFailed;
import io.emporium.events.inventory.StockDeducted;
import io.emporium.events.inventory.StockReleased;
import io.emporium.events.inventory.StockReserved;
import io.emporium.events.inventory.StockRestocked;
import io.emporium.kit.messaging.Consumes;
import io.emporium.kit.messaging.Handles;
import io.emporium.sales.checkout.SagaReply;
import io.emporium.sales.order.SteerOrder;
import java.util.Set;
import org.springframework.stereotype.Component;

/// What inventory says to the saga.
@Component
@Consumes(value = "checkout", concurrency = 4)
class InventoryReplyListener {

  /// Reasons for which a hold that once was is no more.
  private static final Set<String> HOLD_GONE = Set.of("expired", "released");

  private final Replies replies;

  InventoryReplyListener(SteerOrder steer) {
    this.replies = new Replies(steer);
  }

  @Handles
  void on(StockReserved event, Envelope<?> envelope) {
    replies.pass(envelope, event.orderId(), new SagaReply.StockHeld());
  }

  @Handles
  void on(ReservationFailed event, Envelope<?> envelope) {
    SagaReply reply =
        HOLD_GONE.contains(event.reason())
            ? new SagaReply.DeductionRefused(event.reason())
            : new SagaReply.StockRefused(event.reason());
    replies.pass(envelope, event.orderId(), reply);
  }

  @Handles
  void on(ReservationExpired event, Envelope<?> envelope) {
    replies.pass(envelope, event.orderId(), new SagaReply.HoldExpired());
  }

  @Handles
  void on(StockDeducted event, Envelope<?> envelope) {
    replies.pass(envelope, event.orderId(), new SagaReply.StockDeducted());
  }

  @Handles
  void on(StockReleased event, Envelope<?> envelope) {
    replies.pass(envelope, event.orderId(), new SagaReply.StockReleased());
  }

  @Handles
  void on(StockRestocked event, Envelope<?> envelope) {
    replies.pass(envelope, event.orderId(), new SagaReply.StockRestocked(event.restockId()));
  }
}
