package io.emporium.websocket.live.messaging;

import io.emporium.events.Envelope;
import io.emporium.events.inventory.InventoryEvent;
import io.emporium.events.notification.NotificationSent;
import io.emporium.events.order.OrderEvent;
import io.emporium.events.payment.PaymentEvent;
import io.emporium.events.websocket.Broadcast;
import io.emporium.kit.messaging.Consumes;
import io.emporium.kit.messaging.Handles;
import io.emporium.websocket.live.ShowCompanyNews;
import io.emporium.websocket.live.ShowOrders;
import io.emporium.websocket.live.ShowPayments;
import org.springframework.stereotype.Component;

// Each instance has watchers of its own, so each sees everything; one at a time, in order.
@Component
@Consumes(value = "live", perInstance = true, concurrency = 1)
class LiveListener {

  private final ShowOrders orders;
  private final ShowPayments payments;
  private final ShowCompanyNews company;

  LiveListener(ShowOrders orders, ShowPayments payments, ShowCompanyNews company) {
    this.orders = orders;
    this.payments = payments;
    this.company = company;
  }

  @Handles
  void on(OrderEvent event, Envelope<?> envelope) {
    orders.show(event, envelope);
  }

  @Handles
  void on(PaymentEvent event, Envelope<?> envelope) {
    payments.show(event, envelope);
  }

  @Handles
  void on(InventoryEvent event, Envelope<?> envelope) {
    company.show(event, envelope);
  }

  @Handles
  void on(NotificationSent event, Envelope<?> envelope) {
    company.show(event, envelope);
  }

  @Handles
  void on(Broadcast command, Envelope<?> envelope) {
    company.show(command, envelope);
  }
}
