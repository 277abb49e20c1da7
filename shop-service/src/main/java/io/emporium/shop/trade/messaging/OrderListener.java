package io.emporium.shop.trade.messaging;

import io.emporium.events.Envelope;
import io.emporium.events.order.OrderCancelled;
import io.emporium.events.order.OrderCompleted;
import io.emporium.events.order.OrderCreated;
import io.emporium.events.order.OrderExpired;
import io.emporium.events.order.OrderRejected;
import io.emporium.kit.messaging.Consumes;
import io.emporium.kit.messaging.Handles;
import io.emporium.shop.trade.Commitment.Kind;
import io.emporium.shop.trade.Commitments;
import org.springframework.stereotype.Component;

/// An order is open until it is completed or dead. A refund of a dead order that needs attention
/// does not open it again: refunds go on in a closed shop too.
@Component
@Consumes("commitments")
class OrderListener {

  private final Commitments commitments;

  OrderListener(Commitments commitments) {
    this.commitments = commitments;
  }

  @Handles
  void on(OrderCreated event, Envelope<?> envelope) {
    commitments.begin(
        Kind.ORDER,
        event.order().orderId(),
        Owner.companyOf(envelope),
        event.order().shopId(),
        envelope.time());
  }

  @Handles
  void on(OrderRejected event, Envelope<?> envelope) {
    end(event.orderId(), envelope);
  }

  @Handles
  void on(OrderCancelled event, Envelope<?> envelope) {
    end(event.orderId(), envelope);
  }

  @Handles
  void on(OrderExpired event, Envelope<?> envelope) {
    end(event.orderId(), envelope);
  }

  @Handles
  void on(OrderCompleted event, Envelope<?> envelope) {
    end(event.orderId(), envelope);
  }

  private void end(String orderId, Envelope<?> envelope) {
    commitments.end(Kind.ORDER, orderId, Owner.companyOf(envelope), envelope.time());
  }
}
