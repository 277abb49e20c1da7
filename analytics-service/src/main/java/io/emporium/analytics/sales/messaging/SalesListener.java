package io.emporium.analytics.sales.messaging;

import io.emporium.analytics.sales.Ending;
import io.emporium.analytics.sales.OrderFact;
import io.emporium.analytics.sales.OrderFacts;
import io.emporium.analytics.sales.Refund;
import io.emporium.events.Envelope;
import io.emporium.events.analytics.TrackSale;
import io.emporium.events.order.OrderCancelled;
import io.emporium.events.order.OrderCreated;
import io.emporium.events.order.OrderExpired;
import io.emporium.events.order.OrderRejected;
import io.emporium.events.order.OrderSnapshot;
import io.emporium.events.payment.PaymentCaptured;
import io.emporium.events.payment.PaymentRefunded;
import io.emporium.kit.messaging.Consumes;
import io.emporium.kit.messaging.Handles;
import io.emporium.kit.store.Outcome;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.stereotype.Component;

@Component
@Consumes("facts")
class SalesListener {

  private final OrderFacts facts;

  SalesListener(OrderFacts facts) {
    this.facts = facts;
  }

  @Handles
  void on(OrderCreated event, Envelope<?> envelope) {
    OrderSnapshot order = event.order();
    facts.fillFirst(
        Objects.requireNonNull(envelope.companyid()),
        order.orderId(),
        fact -> fact.placed(order.shopId(), order.placedAt()));
  }

  @Handles
  void on(TrackSale event, Envelope<?> envelope) {
    fill(envelope, event.orderId(), fact -> fact.sold(event));
  }

  @Handles
  void on(OrderCancelled event, Envelope<?> envelope) {
    end(envelope, event.orderId(), event.shopId(), Ending.CANCELLED);
  }

  @Handles
  void on(OrderRejected event, Envelope<?> envelope) {
    end(envelope, event.orderId(), event.shopId(), Ending.REJECTED);
  }

  @Handles
  void on(OrderExpired event, Envelope<?> envelope) {
    end(envelope, event.orderId(), event.shopId(), Ending.EXPIRED);
  }

  @Handles
  void on(PaymentRefunded event, Envelope<?> envelope) {
    Refund refund = new Refund(event.refundId(), event.amount());
    fill(envelope, event.orderId(), fact -> fact.refunded(refund));
  }

  @Handles
  void on(PaymentCaptured event, Envelope<?> envelope) {
    fill(envelope, event.orderId(), fact -> fact.captured(event.amount()));
  }

  private void end(Envelope<?> envelope, String orderId, String shopId, Ending ending) {
    fill(envelope, orderId, fact -> fact.ended(ending, shopId, envelope.time()));
  }

  private void fill(Envelope<?> envelope, String orderId, Function<OrderFact, Outcome> part) {
    facts.fill(Objects.requireNonNull(envelope.companyid()), orderId, part);
  }
}
