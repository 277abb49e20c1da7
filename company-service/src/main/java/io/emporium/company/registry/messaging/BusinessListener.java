package io.emporium.company.registry.messaging;

import io.emporium.company.business.OpenMatter.Kind;
import io.emporium.company.business.OpenMatters;
import io.emporium.company.registry.OpenBooks;
import io.emporium.events.Envelope;
import io.emporium.events.catalog.ProductPublished;
import io.emporium.events.debt.DebtOpened;
import io.emporium.events.debt.DebtSettled;
import io.emporium.events.order.OrderCancelled;
import io.emporium.events.order.OrderCompleted;
import io.emporium.events.order.OrderCreated;
import io.emporium.events.order.OrderExpired;
import io.emporium.events.order.OrderRejected;
import io.emporium.kit.messaging.Consumes;
import io.emporium.kit.messaging.Handles;
import org.springframework.stereotype.Component;

/// Learns when a company has money, which fixes its currency and zone, and which of its orders and
/// debts are unfinished, which keeps it from being closed. A price that buyers see counts as money:
/// it is what the first order will be made of.
@Component
@Consumes("business")
class BusinessListener {

  private final OpenBooks books;
  private final OpenMatters matters;

  BusinessListener(OpenBooks books, OpenMatters matters) {
    this.books = books;
    this.matters = matters;
  }

  @Handles
  void on(ProductPublished event, Envelope<?> envelope) {
    books.handle(event.product().companyId(), envelope.time());
  }

  @Handles
  void on(OrderCreated event, Envelope<?> envelope) {
    begin(Kind.ORDER, event.order().orderId(), envelope);
  }

  @Handles
  void on(OrderRejected event, Envelope<?> envelope) {
    end(Kind.ORDER, event.orderId(), envelope);
  }

  @Handles
  void on(OrderCancelled event, Envelope<?> envelope) {
    end(Kind.ORDER, event.orderId(), envelope);
  }

  @Handles
  void on(OrderExpired event, Envelope<?> envelope) {
    end(Kind.ORDER, event.orderId(), envelope);
  }

  @Handles
  void on(OrderCompleted event, Envelope<?> envelope) {
    end(Kind.ORDER, event.orderId(), envelope);
  }

  @Handles
  void on(DebtOpened event, Envelope<?> envelope) {
    begin(Kind.DEBT, event.debtId(), envelope);
  }

  @Handles
  void on(DebtSettled event, Envelope<?> envelope) {
    end(Kind.DEBT, event.debtId(), envelope);
  }

  private void begin(Kind kind, String subject, Envelope<?> envelope) {
    String companyId = companyOf(envelope);
    matters.begin(kind, subject, companyId, envelope.time());
    books.handle(companyId, envelope.time());
  }

  private void end(Kind kind, String subject, Envelope<?> envelope) {
    matters.end(kind, subject, companyOf(envelope), envelope.time());
  }

  private static String companyOf(Envelope<?> envelope) {
    String companyId = envelope.companyid();
    if (companyId == null) {
      throw new IllegalArgumentException(envelope.type() + " belongs to a company");
    }
    return companyId;
  }
}
