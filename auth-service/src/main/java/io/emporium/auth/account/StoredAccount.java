package io.emporium.auth.account;

import io.emporium.auth.mail.PendingTokens;
import io.emporium.kit.security.Role;
import io.emporium.kit.store.AggregateRoot;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What is stored of a person, and how it reads. What can be done with it is in [Account].
abstract sealed class StoredAccount extends AggregateRoot permits Account {

  String email;

  // Read by the database alone: the unique index is on it.
  String emailKey;

  @Nullable String passwordHash;
  @Nullable String fullName;
  @Nullable String phone;
  Role role;
  List<String> shopIds;
  boolean emailVerified;
  AccountStatus status;
  Instant createdAt;
  Instant passwordSetAt;

  /// Sessions that began before are over.
  Instant sessionsFrom;

  /// Access tokens from before are void; absent until there is a reason, so that the list of
  /// revocations finds those that have one.
  @Nullable Instant tokensFrom;

  PendingTokens tokens;

  /// The last from each shop that ever said something; absent until one does.
  @Nullable List<StaffNews> staffNews;

  @SuppressWarnings("NullAway.Init") // the store fills the fields
  StoredAccount() {}

  StoredAccount(NewAccount created, @Nullable String passwordHash, Instant now) {
    super(created.id(), created.access().companyId());
    this.email = created.email().strip();
    this.emailKey = keyOf(created.email());
    this.emailVerified = created.emailVerified();
    this.passwordHash = passwordHash;
    this.fullName = created.fullName();
    this.phone = created.phone();
    this.role = created.access().role();
    this.shopIds = created.access().shopIds();
    this.status = AccountStatus.ACTIVE;
    this.createdAt = now;
    this.sessionsFrom = now.truncatedTo(ChronoUnit.MILLIS);
    this.passwordSetAt = sessionsFrom;
    this.tokens = PendingTokens.none();
  }

  /// Addresses that differ in case alone are one address.
  public static String keyOf(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  /// Whether a session that began then still counts.
  public boolean honours(Instant sessionStart) {
    return status == AccountStatus.ACTIVE && !sessionStart.isBefore(sessionsFrom);
  }

  /// Sessions that began before are over.
  public Instant sessionsFrom() {
    return sessionsFrom;
  }

  public String email() {
    return email;
  }

  public @Nullable String passwordHash() {
    return passwordHash;
  }

  /// What is known of devices and addresses from before does not count any more.
  public Instant passwordSetAt() {
    return passwordSetAt;
  }

  public @Nullable String fullName() {
    return fullName;
  }

  public @Nullable String phone() {
    return phone;
  }

  public Role role() {
    return role;
  }

  public List<String> shopIds() {
    return List.copyOf(shopIds);
  }

  public boolean emailVerified() {
    return emailVerified;
  }

  public AccountStatus status() {
    return status;
  }

  /// Sessions and tokens from before are void: new ones are never stamped earlier.
  public Instant tokensFrom() {
    return tokensFrom == null ? sessionsFrom : tokensFrom;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
