package io.emporium.kit.security;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// From when on tokens of a user or a company count; older ones are void though not yet expired. In
/// memory: an entry matters only as long as an access token lives.
public final class Revocations {

  private final Map<String, Instant> users = new ConcurrentHashMap<>();
  private final Map<String, Instant> companies = new ConcurrentHashMap<>();

  public void revokeUser(String userId, Instant notBefore) {
    users.merge(userId, notBefore, Revocations::later);
  }

  public void revokeCompany(String companyId, Instant notBefore) {
    companies.merge(companyId, notBefore, Revocations::later);
  }

  public boolean voids(Caller caller) {
    return isBefore(caller, users.get(caller.userId()))
        || (caller.companyId() != null && isBefore(caller, companies.get(caller.companyId())));
  }

  /// Drops what no living token can be older than.
  public void forgetBefore(Instant oldestToken) {
    users.values().removeIf(notBefore -> notBefore.isBefore(oldestToken));
    companies.values().removeIf(notBefore -> notBefore.isBefore(oldestToken));
  }

  private static boolean isBefore(Caller caller, @Nullable Instant limit) {
    return limit != null && caller.issuedAt().isBefore(limit);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
