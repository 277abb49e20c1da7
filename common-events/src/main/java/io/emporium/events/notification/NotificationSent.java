package io.emporium.events.notification;

import io.emporium.events.Contract;

/// The provider took the message. In-app messages carry title and text for the live feed.
@Contract("notification.sent")
public record NotificationSent(
    String notificationId,
    String userId,
    String channel,
    String template,
    String priority,
    String title,
    String text)
    implements NotificationEvent {}
