package io.emporium.audit.trail.messaging;

import io.emporium.audit.trail.Happening;
import io.emporium.audit.trail.Trail;
import io.emporium.events.Envelope;
import io.emporium.events.audit.AuditEvent;
import io.emporium.events.catalog.CartEvent;
import io.emporium.events.catalog.CustomerEvent;
import io.emporium.events.catalog.ProductEvent;
import io.emporium.events.company.CompanyEvent;
import io.emporium.events.debt.DebtEvent;
import io.emporium.events.inventory.BatchEvent;
import io.emporium.events.inventory.InventoryEvent;
import io.emporium.events.inventory.TransferEvent;
import io.emporium.events.notification.NotificationEvent;
import io.emporium.events.order.InvoiceEvent;
import io.emporium.events.order.OrderEvent;
import io.emporium.events.order.ReturnEvent;
import io.emporium.events.payment.PaymentEvent;
import io.emporium.events.shop.ShopEvent;
import io.emporium.events.user.SecurityEvent;
import io.emporium.events.user.UserEvent;
import io.emporium.kit.messaging.Consumes;
import io.emporium.kit.messaging.Handles;
import org.springframework.stereotype.Component;

/// Takes every fact of the fleet. A face that is missing here fails the test that compares this
/// with all contracts.
@Component
// Nobody waits for an entry, and there are more of them than of anything else.
@Consumes(value = "trail", batch = 50)
class TrailListener {

  private final Trail trail;

  TrailListener(Trail trail) {
    this.trail = trail;
  }

  @Handles
  void on(AuditEvent event, Envelope<?> envelope) {
    trail.add(envelope, Happening.request(event));
  }

  @Handles
  void on(SecurityEvent event, Envelope<?> envelope) {
    trail.add(envelope, Happening.security(event, envelope));
  }

  @Handles
  void on(UserEvent event, Envelope<?> envelope) {
    trail.add(envelope, Happening.fact(envelope));
  }

  @Handles
  void on(CompanyEvent event, Envelope<?> envelope) {
    trail.add(envelope, Happening.fact(envelope));
  }

  @Handles
  void on(ShopEvent event, Envelope<?> envelope) {
    trail.add(envelope, Happening.fact(envelope));
  }

  @Handles
  void on(ProductEvent event, Envelope<?> envelope) {
    trail.add(envelope, Happening.fact(envelope));
  }

  @Handles
  void on(CartEvent event, Envelope<?> envelope) {
    trail.add(envelope, Happening.fact(envelope));
  }

  @Handles
  void on(CustomerEvent event, Envelope<?> envelope) {
    trail.add(envelope, Happening.fact(envelope));
  }

  @Handles
  void on(OrderEvent event, Envelope<?> envelope) {
    trail.add(envelope, Happening.fact(envelope));
  }

  @Handles
  void on(ReturnEvent event, Envelope<?> envelope) {
    trail.add(envelope, Happening.fact(envelope));
  }

  @Handles
  void on(InvoiceEvent event, Envelope<?> envelope) {
    trail.add(envelope, Happening.fact(envelope));
  }

  @Handles
  void on(InventoryEvent event, Envelope<?> envelope) {
    trail.add(envelope, Happening.fact(envelope));
  }

  @Handles
  void on(TransferEvent event, Envelope<?> envelope) {
    trail.add(envelope, Happening.fact(envelope));
  }

  @Handles
  void on(BatchEvent event, Envelope<?> envelope) {
    trail.add(envelope, Happening.fact(envelope));
  }

  @Handles
  void on(PaymentEvent event, Envelope<?> envelope) {
    trail.add(envelope, Happening.fact(envelope));
  }

  @Handles
  void on(NotificationEvent event, Envelope<?> envelope) {
    trail.add(envelope, Happening.fact(envelope));
  }

  @Handles
  void on(DebtEvent event, Envelope<?> envelope) {
    trail.add(envelope, Happening.fact(envelope));
  }
}
