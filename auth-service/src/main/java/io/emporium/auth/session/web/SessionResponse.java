package io.emporium.auth.session.web;

import io.emporium.auth.session.SessionFamily;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record SessionResponse(
    String id,
    Instant startedAt,
    Instant lastUsedAt,
    Instant expiresAt,
    String address,
    @Nullable String userAgent) {

  static SessionResponse from(SessionFamily family) {
    return new SessionResponse(
        family.id(),
        family.startedAt(),
        family.lastUsedAt(),
        family.expiresAt(),
        family.address(),
        family.userAgent());
  }
}
