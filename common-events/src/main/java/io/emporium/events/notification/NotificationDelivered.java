package io.emporium.events.notification;

import io.emporium.events.Contract;

/// The provider reports that it arrived.
@Contract("notification.delivered")
public record NotificationDelivered(String notificationId, String userId, String channel)
    implements NotificationEvent {}
