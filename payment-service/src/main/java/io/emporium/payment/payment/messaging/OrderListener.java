package io.emporium.payment.payment.messaging;

import io.emporium.events.Envelope;
import io.emporium.events.order.OrderCancelled;
import io.emporium.events.order.OrderExpired;
import io.emporium.events.order.OrderRejected;
import io.emporium.kit.messaging.Consumes;
import io.emporium.kit.messaging.Handles;
import io.emporium.payment.payment.CallOffPayment;
import io.emporium.payment.payment.OrderEnd;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// Orders that have ended are not paid any more, and money kept for them is an orphan.
@Component
@Consumes("orders")
class OrderListener {

  private final CallOffPayment callOff;

  OrderListener(CallOffPayment callOff) {
    this.callOff = callOff;
  }

  @Handles
  void on(OrderRejected event, Envelope<?> envelope) {
    end(envelope, event.orderId(), event.customerId(), event.shopId());
  }

  @Handles
  void on(OrderCancelled event, Envelope<?> envelope) {
    end(envelope, event.orderId(), event.customerId(), event.shopId());
  }

  @Handles
  void on(OrderExpired event, Envelope<?> envelope) {
    end(envelope, event.orderId(), event.customerId(), event.shopId());
  }

  private void end(Envelope<?> envelope, String orderId, String customerId, String shopId) {
    String companyId =
        Objects.requireNonNull(envelope.companyid(), "an order belongs to a company");
    callOff.orderEnded(new OrderEnd(orderId, companyId, customerId, shopId, envelope.type()));
  }
}
