package io.emporium.auth.session.web;

import io.emporium.auth.session.SessionFamily;
import io.emporium.kit.security.Caller;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// @param current whether it is the one that asks
record SessionResponse(
    String id,
    boolean current,
    Instant startedAt,
    Instant lastUsedAt,
    Instant expiresAt,
    String address,
    @Nullable String userAgent) {

  static SessionResponse from(SessionFamily family, Caller caller) {
    return new SessionResponse(
        family.id(),
        family.id().equals(caller.sessionId()),
        family.startedAt(),
        family.lastUsedAt(),
        family.expiresAt(),
        family.address(),
        family.userAgent());
  }
}
