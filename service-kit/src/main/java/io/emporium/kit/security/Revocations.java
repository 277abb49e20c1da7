package io.emporium.kit.security;

import io.emporium.kit.security.Revocation.Kind;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Tokens that are void though not yet expired. In memory: an entry matters only as long as an
/// access token lives. [RevocationListener] hears of new ones at once, [RevocationSync] sees to it
/// that none is missing.
public final class Revocations {

  private record Subject(Kind kind, String id) {}

  private final Map<Subject, Instant> limits = new ConcurrentHashMap<>();

  public void add(Revocation revocation) {
    limits.merge(
        new Subject(revocation.kind(), revocation.id()),
        revocation.notBefore(),
        (one, other) -> one.isAfter(other) ? one : other);
  }

  public boolean voids(Caller caller) {
    return isBefore(caller, Kind.USER, caller.userId())
        || isBefore(caller, Kind.COMPANY, caller.companyId())
        || (caller.sessionId() != null
            && limits.containsKey(new Subject(Kind.SESSION, caller.sessionId())));
  }

  /// Drops what no living token can be older than.
  void forgetBefore(Instant oldestToken) {
    limits.values().removeIf(limit -> limit.isBefore(oldestToken));
  }

  private boolean isBefore(Caller caller, Kind kind, @Nullable String id) {
    Instant limit = id == null ? null : limits.get(new Subject(kind, id));
    return limit != null && caller.issuedAt().isBefore(limit);
  }
}
