package io.emporium.websocket.live;

import io.emporium.events.Envelope;
import io.emporium.events.inventory.InventoryEvent;
import io.emporium.events.notification.NotificationSent;
import io.emporium.events.websocket.Broadcast;
import io.emporium.websocket.topic.Audience;
import io.emporium.websocket.topic.Topic;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Stock and broadcasts, for the people of a company; and messages for one person.
@Component
public final class ShowCompanyNews {

  private static final String IN_APP = "in_app";

  /// As the list of in-app messages shows it.
  private record Notice(String id, String title, String text, String priority, String template) {}

  private final LiveFeed feed;

  ShowCompanyNews(LiveFeed feed) {
    this.feed = feed;
  }

  public void show(InventoryEvent event, Envelope<?> envelope) {
    String companyId = envelope.companyid();
    if (companyId != null) {
      feed.show(
          new Topic.OfCompanyInventory(companyId),
          new Audience(companyId, null, null),
          LiveMessage.of(envelope, event));
    }
  }

  public void show(NotificationSent event, Envelope<?> envelope) {
    if (event.channel().equals(IN_APP)) {
      Notice notice =
          new Notice(
              event.notificationId(),
              event.title(),
              event.text(),
              event.priority(),
              event.template());
      feed.tell(event.userId(), LiveMessage.of(envelope, notice));
    }
  }

  /// @throws IllegalArgumentException when it names no topic of ours or no tenant
  public void show(Broadcast command, Envelope<?> envelope) {
    Audience audience = new Audience(envelope.companyid(), null, null);
    LiveMessage message =
        new LiveMessage(command.kind(), envelope.id(), envelope.time(), command.payload());
    switch (command.topic()) {
      case "inventory" ->
          feed.show(
              new Topic.OfCompanyInventory(required(envelope.companyid())), audience, message);
      case "analytics" ->
          feed.show(
              new Topic.OfCompanyAnalytics(required(envelope.companyid())), audience, message);
      case "orders" -> {
        String shopId = required(envelope.shopid());
        feed.show(
            new Topic.OfShopOrders(shopId),
            new Audience(envelope.companyid(), shopId, null),
            message);
      }
      default -> throw new IllegalArgumentException("there is no topic " + command.topic());
    }
  }

  private static String required(@Nullable String id) {
    if (id == null) {
      throw new IllegalArgumentException("a broadcast belongs to a company");
    }
    return id;
  }
}
