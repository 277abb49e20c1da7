package io.emporium.events.notification;

import io.emporium.events.Contract;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tell everybody who is responsible in the company, at once and past all preferences.
@Contract("notification.critical_alert")
public record CriticalAlert(
    @Nullable String shopId,
    String alert,
    String title,
    String message,
    Map<String, String> variables)
    implements NotificationCommand {}
