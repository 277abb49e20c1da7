package io.emporium.auth.session;

import io.emporium.events.user.RefreshReuseDetected;
import io.emporium.events.user.UserSessionsRevoked;
import io.emporium.kit.store.AggregateRoot;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.TenantOwned;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// One signed-in device: a chain of refresh tokens of which each is used once. Whoever presents a
/// spent one has stolen it, or it was stolen from them; either way the chain ends.
@Document("session_families")
@TypeAlias("session-family")
@TenantOwned(company = "companyId", customer = "userId")
public final class SessionFamily extends AggregateRoot {

  private String userId;
  private String currentDigest;
  private @Nullable String previousDigest;
  private Instant startedAt;
  private Instant lastUsedAt;
  private Instant expiresAt;
  private @Nullable Instant endedAt;
  private @Nullable String endReason;
  private String address;
  private @Nullable String userAgent;

  @PersistenceCreator
  @SuppressWarnings("NullAway.Init") // the store fills the fields
  private SessionFamily() {}

  private SessionFamily(RefreshToken first, Owner owner, Client client, Times times) {
    super(first.familyId(), owner.companyId());
    this.userId = owner.userId();
    this.currentDigest = first.digest();
    this.startedAt = times.now();
    this.lastUsedAt = times.now();
    this.expiresAt = times.expiresAt();
    this.address = client.address();
    this.userAgent = client.userAgent();
  }

  /// Whose session it is.
  public record Owner(String userId, @Nullable String companyId) {}

  /// The moment of a use, and what the settings make of it.
  ///
  /// @param expiresAt when the session is over unless it is used again
  /// @param retryUntil until when the token spent last may come again
  record Times(Instant now, Instant expiresAt, Instant retryUntil) {}

  static SessionFamily start(RefreshToken first, Owner owner, Client client, Times times) {
    return new SessionFamily(first, owner, client, times);
  }

  /// Spends the presented token for its successor, or ends the family when it was spent already.
  ///
  /// The token spent last may come once more while its successor is unused: its answer was lost on
  /// the way. The lost successor is void then.
  Outcome rotate(RefreshToken presented, RefreshToken successor, Client client, Times times) {
    if (!isOpen(times.now())) {
      return Outcome.ALREADY;
    }
    String digest = presented.digest();
    if (digest.equals(currentDigest)) {
      return spend(digest, successor, client, times);
    }
    if (digest.equals(previousDigest) && times.now().isBefore(times.retryUntil())) {
      return spend(null, successor, client, times);
    }
    end("reuse", times.now());
    record(new RefreshReuseDetected(userId, id(), client.address()));
    // Access tokens that the thief got live on otherwise. The owner's other sessions just refresh.
    record(
        new UserSessionsRevoked(
            userId, times.now().truncatedTo(ChronoUnit.MILLIS), "refresh_reuse"));
    return Outcome.APPLIED;
  }

  private Outcome spend(
      @Nullable String spent, RefreshToken successor, Client client, Times times) {
    previousDigest = spent;
    currentDigest = successor.digest();
    lastUsedAt = times.now();
    expiresAt = times.expiresAt();
    address = client.address();
    userAgent = client.userAgent();
    return Outcome.APPLIED;
  }

  Outcome end(String reason, Instant now) {
    if (endedAt != null) {
      return Outcome.ALREADY;
    }
    endedAt = now;
    endReason = reason;
    return Outcome.APPLIED;
  }

  boolean isOpen(Instant now) {
    return endedAt == null && now.isBefore(expiresAt);
  }

  /// Whether this is the token to be used next.
  boolean expects(RefreshToken token) {
    return token.digest().equals(currentDigest);
  }

  public String userId() {
    return userId;
  }

  public Instant startedAt() {
    return startedAt;
  }

  public Instant lastUsedAt() {
    return lastUsedAt;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  public String address() {
    return address;
  }

  public @Nullable String userAgent() {
    return userAgent;
  }

  public @Nullable String endReason() {
    return endReason;
  }
}
