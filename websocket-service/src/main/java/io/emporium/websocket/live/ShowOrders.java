package io.emporium.websocket.live;

import io.emporium.events.Envelope;
import io.emporium.events.order.OrderCancelled;
import io.emporium.events.order.OrderCompleted;
import io.emporium.events.order.OrderConfirmed;
import io.emporium.events.order.OrderCreated;
import io.emporium.events.order.OrderDelivered;
import io.emporium.events.order.OrderEvent;
import io.emporium.events.order.OrderExpired;
import io.emporium.events.order.OrderFulfilled;
import io.emporium.events.order.OrderNeedsAttention;
import io.emporium.events.order.OrderRejected;
import io.emporium.events.order.OrderShipped;
import io.emporium.events.order.OrderUpdated;
import io.emporium.websocket.topic.Audience;
import io.emporium.websocket.topic.Owners;
import io.emporium.websocket.topic.Topic;
import org.springframework.stereotype.Component;

/// Orders, for the customer and for the shop; and learns from them whose they are.
@Component
public final class ShowOrders {

  private record Concerned(String orderId, String customerId, String shopId) {}

  private final LiveFeed feed;
  private final Owners owners;

  ShowOrders(LiveFeed feed, Owners owners) {
    this.feed = feed;
    this.owners = owners;
  }

  public void show(OrderEvent event, Envelope<?> envelope) {
    Concerned concerned = concernedBy(event);
    Audience owner = new Audience(envelope.companyid(), concerned.shopId(), concerned.customerId());
    owners.learn(concerned.orderId(), owner);
    LiveMessage message = LiveMessage.of(envelope, event);
    // What a person of the shop must look at is no news for the customer.
    Audience audience = event instanceof OrderNeedsAttention ? owner.staff() : owner;
    feed.show(new Topic.OfOrder(concerned.orderId()), audience, message);
    feed.show(new Topic.OfShopOrders(concerned.shopId()), owner.staff(), message);
  }

  private static Concerned concernedBy(OrderEvent event) {
    return switch (event) {
      case OrderCreated(var order) ->
          new Concerned(order.orderId(), order.customerId(), order.shopId());
      case OrderConfirmed(var order) ->
          new Concerned(order.orderId(), order.customerId(), order.shopId());
      case OrderUpdated e -> new Concerned(e.orderId(), e.customerId(), e.shopId());
      case OrderCancelled e -> new Concerned(e.orderId(), e.customerId(), e.shopId());
      case OrderCompleted e -> new Concerned(e.orderId(), e.customerId(), e.shopId());
      case OrderDelivered e -> new Concerned(e.orderId(), e.customerId(), e.shopId());
      case OrderExpired e -> new Concerned(e.orderId(), e.customerId(), e.shopId());
      case OrderFulfilled e -> new Concerned(e.orderId(), e.customerId(), e.shopId());
      case OrderNeedsAttention e -> new Concerned(e.orderId(), e.customerId(), e.shopId());
      case OrderRejected e -> new Concerned(e.orderId(), e.customerId(), e.shopId());
      case OrderShipped e -> new Concerned(e.orderId(), e.customerId(), e.shopId());
    };
  }
}
