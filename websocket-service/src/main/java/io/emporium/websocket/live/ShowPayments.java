package io.emporium.websocket.live;

import io.emporium.events.Envelope;
import io.emporium.events.payment.PaymentEvent;
import io.emporium.websocket.topic.Audience;
import io.emporium.websocket.topic.Owners;
import io.emporium.websocket.topic.Topic;
import org.springframework.stereotype.Component;

/// Payments, where the order is shown. Of an order that nobody has asked for and no event has
/// announced, nobody can be watching.
@Component
public final class ShowPayments {

  private final LiveFeed feed;
  private final Owners owners;

  ShowPayments(LiveFeed feed, Owners owners) {
    this.feed = feed;
    this.owners = owners;
  }

  public void show(PaymentEvent event, Envelope<?> envelope) {
    PaymentNews news = PaymentNews.of(event);
    LiveMessage message = LiveMessage.of(envelope, news);
    owners
        .knownOrder(news.orderId())
        .ifPresent(
            owner -> {
              Audience audience = PaymentNews.isForStaffAlone(event) ? owner.staff() : owner;
              feed.show(new Topic.OfOrder(news.orderId()), audience, message);
              if (owner.shopId() != null) {
                feed.show(new Topic.OfShopOrders(owner.shopId()), owner.staff(), message);
              }
            });
  }
}
