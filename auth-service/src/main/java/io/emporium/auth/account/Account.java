package io.emporium.auth.account;

import io.emporium.auth.mail.Letter;
import io.emporium.auth.mail.OneUseToken;
import io.emporium.auth.mail.PendingTokens;
import io.emporium.auth.mail.Purpose;
import io.emporium.auth.standing.Cutoff;
import io.emporium.events.user.UserDisabled;
import io.emporium.events.user.UserEmailVerified;
import io.emporium.events.user.UserEnabled;
import io.emporium.events.user.UserRegistered;
import io.emporium.events.user.UserRoleChanged;
import io.emporium.events.user.UserSessionsRevoked;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Role;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.TenantOwned;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// One person. Its company, if it has one, never changes.
@Document("accounts")
@TypeAlias("account")
@TenantOwned(company = "companyId", customer = "_id")
public final class Account extends StoredAccount {

  @PersistenceCreator
  private Account() {}

  private Account(NewAccount created, @Nullable String passwordHash, Instant now) {
    super(created, passwordHash, now);
  }

  /// @param passwordHash null for somebody who cannot sign in yet
  static Account open(NewAccount created, @Nullable String passwordHash, Instant now) {
    Account account = new Account(created, passwordHash, now);
    account.record(
        new UserRegistered(
            account.id(),
            account.email,
            account.fullName,
            account.role.wireName(),
            account.companyId(),
            account.shopIds));
    if (account.emailVerified) {
      account.record(new UserEmailVerified(account.id(), account.email));
    }
    return account;
  }

  public Outcome describe(@Nullable String newFullName, @Nullable String newPhone) {
    String name = newFullName == null ? fullName : newFullName;
    String number = newPhone == null ? phone : newPhone;
    if (Objects.equals(name, fullName) && Objects.equals(number, phone)) {
      return Outcome.ALREADY;
    }
    fullName = name;
    phone = number;
    return Outcome.APPLIED;
  }

  /// @throws Refusal rule, when the role does not fit an account with, or without, a company
  Outcome grant(Access access, Instant now) {
    if (!Objects.equals(access.companyId(), companyId())) {
      throw Refusal.rule("company_is_fixed", "An account never moves to another company");
    }
    if (access.role() == role && access.shopIds().equals(shopIds)) {
      return Outcome.ALREADY;
    }
    Role previous = role;
    role = access.role();
    shopIds = access.shopIds();
    if (previous == role) {
      var _ = voidTokens("scope_changed", now);
    } else {
      var _ = endSessions("role_changed", now);
    }
    record(new UserRoleChanged(id(), role.wireName(), previous.wireName(), companyId(), shopIds));
    return Outcome.APPLIED;
  }

  /// Follows a shop. Its news may come late, and whoever was dismissed must not come back by them.
  Outcome hear(StaffNews news, Instant now) {
    List<StaffNews> heard = new ArrayList<>(staffNews == null ? List.of() : staffNews);
    if (heard.stream()
        .anyMatch(one -> one.shopId().equals(news.shopId()) && one.version() >= news.version())) {
      return Outcome.ALREADY;
    }
    heard.removeIf(one -> one.shopId().equals(news.shopId()));
    heard.add(news);
    staffNews = heard;
    List<String> shops = new ArrayList<>(shopIds);
    shops.remove(news.shopId());
    if (news.worksThere()) {
      shops.add(news.shopId());
    }
    var _ = grant(new Access(role, companyId(), shops), now);
    return Outcome.APPLIED;
  }

  Outcome disable(String reason, Instant now) {
    return switch (status) {
      case ACTIVE -> {
        status = AccountStatus.DISABLED;
        tokens = PendingTokens.none();
        var _ = endSessions("disabled", now);
        record(new UserDisabled(id(), reason));
        yield Outcome.APPLIED;
      }
      case DISABLED -> Outcome.ALREADY;
    };
  }

  Outcome enable() {
    return switch (status) {
      case DISABLED -> {
        status = AccountStatus.ACTIVE;
        record(new UserEnabled(id()));
        yield Outcome.APPLIED;
      }
      case ACTIVE -> Outcome.ALREADY;
    };
  }

  /// Ends every session that began before now, here and by the event everywhere.
  public Outcome endSessions(String reason, Instant now) {
    Outcome outcome = voidTokens(reason, now);
    sessionsFrom = tokensFrom();
    return outcome;
  }

  // Whoever has a session gets a token of the new kind by refreshing.
  private Outcome voidTokens(String reason, Instant now) {
    tokensFrom = Cutoff.after(tokensFrom(), now);
    record(new UserSessionsRevoked(id(), tokensFrom, reason));
    return Outcome.APPLIED;
  }

  public Outcome changePassword(String newHash, Instant now) {
    setPassword(newHash, now);
    return endSessions("password_changed", now);
  }

  private void setPassword(String newHash, Instant now) {
    passwordHash = newHash;
    passwordSetAt = now.truncatedTo(ChronoUnit.MILLIS);
    tokens = tokens.without(Purpose.RESET_PASSWORD);
  }

  /// Remembers the token of the letter and sends it. Quiet when there is no use for it, or when
  /// enough such letters are on their way.
  public Outcome send(Letter letter, Instant now) {
    Purpose purpose = letter.token().purpose();
    boolean useless =
        status == AccountStatus.DISABLED || (emailVerified && purpose == Purpose.VERIFY_EMAIL);
    if (useless || !tokens.hasRoomFor(purpose, now)) {
      return Outcome.ALREADY;
    }
    tokens = tokens.with(letter, now);
    send(letter.command());
    return Outcome.APPLIED;
  }

  /// Whether the token is one that was sent, unused and in time.
  public boolean awaits(OneUseToken token, Instant now) {
    return status == AccountStatus.ACTIVE && tokens.contain(token, now);
  }

  /// @throws Refusal rule, unless it is a token that the account [#awaits]
  public Outcome verifyEmail(OneUseToken token, Instant now) {
    requireAwaited(Purpose.VERIFY_EMAIL, token, now);
    return confirmAddress();
  }

  /// Whoever has the letter has proved the address, too.
  ///
  /// @throws Refusal rule, unless it is a token that the account [#awaits]
  public Outcome resetPassword(OneUseToken token, String newHash, Instant now) {
    requireAwaited(Purpose.RESET_PASSWORD, token, now);
    if (!emailVerified) {
      var _ = confirmAddress();
    }
    setPassword(newHash, now);
    return endSessions("password_reset", now);
  }

  private Outcome confirmAddress() {
    emailVerified = true;
    tokens = tokens.without(Purpose.VERIFY_EMAIL);
    record(new UserEmailVerified(id(), email));
    return Outcome.APPLIED;
  }

  private void requireAwaited(Purpose purpose, OneUseToken token, Instant now) {
    if (token.purpose() != purpose || !awaits(token, now)) {
      throw OneUseToken.notGood();
    }
  }
}
