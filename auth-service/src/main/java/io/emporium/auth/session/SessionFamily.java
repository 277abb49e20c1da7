package io.emporium.auth.session;

import io.emporium.auth.throttle.Neighbourhood;
import io.emporium.events.user.RefreshReuseDetected;
import io.emporium.events.user.UserSessionEnded;
import io.emporium.kit.store.AggregateRoot;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.TenantOwned;
import java.time.Instant;
import java.util.Optional;
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

  static final String REUSE = "reuse";

  private String userId;
  private String currentDigest;
  private @Nullable String previousDigest;
  private @Nullable String successorSalt;
  private Instant startedAt;
  private Instant lastUsedAt;
  private Instant expiresAt;
  private @Nullable Instant endedAt;
  private @Nullable String endReason;
  private String address;
  private @Nullable String userAgent;

  /// Where the sign-in came from. Refreshing elsewhere does not move it, so home stays known to who
  /// is on the way. Absent in sessions from before it was kept; read by the database alone.
  @SuppressWarnings("UnusedVariable")
  private @Nullable String neighbourhood;

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
    this.neighbourhood = Neighbourhood.of(client.address());
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

  /// Spends the presented token for the successor, or ends the family when it was spent already.
  ///
  /// The token spent last may come again for a few seconds while its successor is unused: its
  /// answer was lost on the way, or two tabs sent it at once. It gets the same successor again.
  ///
  /// @param next of the presented token under a salt
  Outcome rotate(RefreshToken presented, Next next, Client client, Times times) {
    if (!isOpen(times.now()) || isRetry(presented, times)) {
      return Outcome.ALREADY;
    }
    String digest = presented.digest();
    if (!digest.equals(currentDigest)) {
      var _ = end(REUSE, times.now());
      record(new RefreshReuseDetected(userId, id(), client.address()));
      return Outcome.APPLIED;
    }
    previousDigest = digest;
    successorSalt = next.salt();
    currentDigest = next.token().digest();
    lastUsedAt = times.now();
    expiresAt = times.expiresAt();
    address = client.address();
    userAgent = client.userAgent();
    return Outcome.APPLIED;
  }

  /// A token that may follow, and the salt under which it does.
  record Next(RefreshToken token, String salt) {}

  private boolean isRetry(RefreshToken presented, Times times) {
    return presented.digest().equals(previousDigest) && times.now().isBefore(times.retryUntil());
  }

  /// The salt under which the open family took a successor of the token; empty when it did not, or
  /// when that has been used.
  Optional<String> saltOfSuccessor(RefreshToken spent, Instant now) {
    return isOpen(now) && spent.digest().equals(previousDigest)
        ? Optional.ofNullable(successorSalt)
        : Optional.empty();
  }

  Outcome end(String reason, Instant now) {
    if (endedAt != null) {
      return Outcome.ALREADY;
    }
    endedAt = now;
    endReason = reason;
    record(new UserSessionEnded(userId, id(), reason));
    return Outcome.APPLIED;
  }

  boolean isOpen(Instant now) {
    return endedAt == null && now.isBefore(expiresAt);
  }

  /// Whether this is the token to be used next.
  boolean expects(RefreshToken token) {
    return token.digest().equals(currentDigest);
  }

  /// Whether who shows the token is the device of this session, which need not be open any more. A
  /// family in which a token was stolen is nobody's.
  boolean isDeviceWith(RefreshToken token) {
    return !REUSE.equals(endReason) && (expects(token) || token.digest().equals(previousDigest));
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

  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }

  public @Nullable String endReason() {
    return endReason;
  }
}
