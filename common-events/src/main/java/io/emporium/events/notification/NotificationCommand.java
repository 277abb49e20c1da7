package io.emporium.events.notification;

import io.emporium.events.Command;
import io.emporium.events.HandledBy;

/// What others ask to be told to people.
@HandledBy("notification-service")
public sealed interface NotificationCommand extends Command
    permits CriticalAlert, SendNotification {}
