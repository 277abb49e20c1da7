package io.emporium.shop;

import io.emporium.events.Envelope;
import io.emporium.events.Message;
import io.emporium.events.Money;
import io.emporium.events.inventory.StockReserved;
import io.emporium.events.inventory.TransferSnapshot;
import io.emporium.events.order.OrderCompleted;
import io.emporium.events.order.OrderCreated;
import io.emporium.events.order.OrderSnapshot;
import io.emporium.kit.testing.TestBroker;
import java.time.Instant;
import java.util.List;

/// What other services tell of a shop's trade.
///
/// @param company whose shop it is
record Trade(TestBroker broker, String company, String shop) {

  private static final Money NOTHING = Money.of(0, "USD");

  OrderCreated ordered(String orderId) {
    return new OrderCreated(
        new OrderSnapshot(
            orderId,
            "ORD-1",
            "customer",
            null,
            shop,
            "placed",
            "delivery",
            List.of(),
            NOTHING,
            NOTHING,
            NOTHING,
            NOTHING,
            Instant.EPOCH));
  }

  OrderCompleted completed(String orderId) {
    return new OrderCompleted(orderId, "customer", shop);
  }

  StockReserved reserved(String orderId) {
    return new StockReserved(orderId, List.of(), Instant.EPOCH);
  }

  static TransferSnapshot transfer(String id, String from, String to, String status) {
    return new TransferSnapshot(id, "T-1", from, to, null, null, status, List.of());
  }

  void tell(String subject, long version, Message message) {
    tellOf(company, subject, version, message);
  }

  void tellOf(String owner, String subject, long version, Message message) {
    broker.deliver(envelopeOf(owner, subject, version, message));
  }

  Envelope<Message> envelope(String subject, long version, Message message) {
    return envelopeOf(company, subject, version, message);
  }

  private Envelope<Message> envelopeOf(
      String owner, String subject, long version, Message message) {
    Envelope<Message> plain = TestBroker.envelope(subject, owner, version, message);
    return new Envelope<>(
        plain.specversion(),
        plain.id(),
        plain.source(),
        plain.type(),
        plain.time(),
        plain.subject(),
        plain.datacontenttype(),
        plain.companyid(),
        shop,
        plain.correlationid(),
        plain.causationid(),
        plain.aggregateversion(),
        plain.actor(),
        plain.data());
  }
}
