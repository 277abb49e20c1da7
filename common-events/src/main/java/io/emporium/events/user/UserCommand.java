package io.emporium.events.user;

import io.emporium.events.Command;
import io.emporium.events.HandledBy;

/// What auth-service is asked to do.
@HandledBy("auth-service")
public sealed interface UserCommand extends Command permits MailPasswordReset {}
