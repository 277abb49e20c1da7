package io.emporium.notification.delivery.web;

import io.emporium.notification.channel.Channel;
import io.emporium.notification.delivery.Attempt;
import io.emporium.notification.delivery.Delivery;
import io.emporium.notification.delivery.DeliveryStatus;
import io.emporium.notification.delivery.Lane;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

record DeliveryResponse(
    String id,
    String eventId,
    String template,
    String userId,
    @Nullable String companyId,
    Channel channel,
    Lane priority,
    DeliveryStatus status,
    @Nullable String reason,
    List<Attempt> attempts,
    @Nullable Instant nextAttemptAt,
    Instant createdAt,
    String correlationId) {

  static DeliveryResponse from(Delivery delivery) {
    return new DeliveryResponse(
        delivery.id(),
        delivery.draft().eventId(),
        delivery.draft().template(),
        delivery.draft().userId(),
        delivery.companyId(),
        delivery.draft().channel(),
        delivery.draft().lane(),
        delivery.status(),
        delivery.reason(),
        delivery.attempts(),
        delivery.nextAttemptAt(),
        delivery.createdAt(),
        delivery.draft().correlationId());
  }
}
