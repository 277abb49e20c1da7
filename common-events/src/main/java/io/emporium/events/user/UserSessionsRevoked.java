package io.emporium.events.user;

import io.emporium.events.Contract;
import java.time.Instant;

/// Every access token of the user issued before `notBefore` is void.
@Contract("user.sessions_revoked")
public record UserSessionsRevoked(String userId, Instant notBefore, String reason)
    implements UserEvent {}
