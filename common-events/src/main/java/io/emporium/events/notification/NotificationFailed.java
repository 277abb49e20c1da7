package io.emporium.events.notification;

import io.emporium.events.Contract;

/// No attempt succeeded.
@Contract("notification.failed")
public record NotificationFailed(
    String notificationId, String userId, String channel, String reason)
    implements NotificationEvent {}
