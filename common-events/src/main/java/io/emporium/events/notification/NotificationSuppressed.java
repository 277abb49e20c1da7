package io.emporium.events.notification;

import io.emporium.events.Contract;

/// Not sent, for a reason: preference, quiet hours, bounced address.
@Contract("notification.suppressed")
public record NotificationSuppressed(
    String notificationId, String userId, String channel, String reason)
    implements NotificationEvent {}
