package io.emporium.events.user;

import io.emporium.events.Fact;
import io.emporium.events.PublishedBy;

/// Facts about accounts and their sessions.
@PublishedBy("auth-service")
public sealed interface UserEvent extends Fact
    permits CompanySessionsRevoked,
        UserDisabled,
        UserEmailVerified,
        UserEnabled,
        UserRegistered,
        UserRoleChanged,
        UserSessionEnded,
        UserSessionsRevoked {}
