package io.emporium.events.notification;

import io.emporium.events.Fact;
import io.emporium.events.PublishedBy;

/// Facts about deliveries, one per channel.
@PublishedBy("notification-service")
public sealed interface NotificationEvent extends Fact
    permits NotificationDelivered, NotificationFailed, NotificationSent, NotificationSuppressed {}
