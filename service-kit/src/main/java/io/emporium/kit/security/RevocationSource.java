package io.emporium.kit.security;

import java.time.Instant;

/// Who keeps the list of revocations: auth-service, which everybody else asks over HTTP.
public interface RevocationSource {

  /// Revocations later than a moment, oldest first. Throws when the list cannot be had.
  RevocationPage since(Instant moment);
}
