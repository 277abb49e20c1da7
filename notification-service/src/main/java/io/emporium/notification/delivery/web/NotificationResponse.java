package io.emporium.notification.delivery.web;

import io.emporium.notification.channel.Channel;
import io.emporium.notification.delivery.Delivery;
import io.emporium.notification.delivery.DeliveryStatus;
import io.emporium.notification.delivery.Lane;
import java.time.Instant;

record NotificationResponse(
    String id,
    String title,
    String text,
    Channel channel,
    Lane priority,
    DeliveryStatus status,
    boolean read,
    Instant createdAt) {

  static NotificationResponse from(Delivery delivery) {
    return new NotificationResponse(
        delivery.id(),
        delivery.content().title(),
        delivery.content().text(),
        delivery.draft().channel(),
        delivery.draft().lane(),
        delivery.status(),
        delivery.isRead(),
        delivery.createdAt());
  }
}
