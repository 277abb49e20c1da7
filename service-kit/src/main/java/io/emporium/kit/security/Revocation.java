package io.emporium.kit.security;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;

/// From when on tokens of somebody count again.
///
/// @param notBefore tokens issued earlier are void; those of a session are void whenever they were
///   issued
@JsonIgnoreProperties(ignoreUnknown = true)
public record Revocation(Kind kind, String id, Instant notBefore) {

  /// Whose tokens they are.
  public enum Kind {
    USER,
    COMPANY,
    SESSION
  }

  public static Revocation ofUser(String userId, Instant notBefore) {
    return new Revocation(Kind.USER, userId, notBefore);
  }

  public static Revocation ofCompany(String companyId, Instant notBefore) {
    return new Revocation(Kind.COMPANY, companyId, notBefore);
  }

  public static Revocation ofSession(String sessionId, Instant endedAt) {
    return new Revocation(Kind.SESSION, sessionId, endedAt);
  }
}
