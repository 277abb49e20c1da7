package io.emporium.events.notification;

import io.emporium.events.Contract;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tell one user. `channels` out of email, sms, push, in_app; `priority` critical, important or
/// normal; `variables` fill the template; `email` and `phone` override what is known of the user.
@Contract("notification.send")
public record SendNotification(
    String userId,
    @Nullable String email,
    @Nullable String phone,
    List<String> channels,
    String template,
    String priority,
    Map<String, String> variables)
    implements NotificationCommand {}
