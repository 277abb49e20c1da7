package io.emporium.auth.mail;

import io.emporium.events.notification.SendNotification;
import java.time.Instant;

/// A letter ready to be sent, with the token in it. The account or invitation that remembers the
/// token sends it in the same write.
public record Letter(OneUseToken token, Instant validUntil, SendNotification command) {}
