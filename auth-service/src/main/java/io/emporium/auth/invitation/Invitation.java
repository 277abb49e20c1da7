package io.emporium.auth.invitation;

import io.emporium.auth.account.Access;
import io.emporium.auth.account.Account;
import io.emporium.auth.mail.Letter;
import io.emporium.auth.mail.OneUseToken;
import io.emporium.kit.problem.Category;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.AggregateRoot;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.TenantOwned;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// What somebody may become by accepting. Only the latest letter counts.
@Document("invitations")
@TypeAlias("invitation")
@TenantOwned
public final class Invitation extends AggregateRoot {

  private static final Duration BETWEEN_LETTERS = Duration.ofMinutes(1);

  private String email;
  private Access access;
  private String accountId;
  private String invitedBy;
  private InvitationStatus status;
  private String digest;
  private Instant createdAt;
  private Instant sentAt;
  private Instant validUntil;

  /// Company and address while it is pending; absent afterwards. Read by the database alone: the
  /// unique index is on it.
  @SuppressWarnings("UnusedVariable")
  private @Nullable String openKey;

  @PersistenceCreator
  @SuppressWarnings("NullAway.Init") // the store fills the fields
  private Invitation() {}

  private Invitation(Draft draft, Letter letter, Instant now) {
    super(draft.id(), draft.access().companyId());
    this.email = draft.email().strip();
    this.access = draft.access();
    this.accountId = draft.accountId();
    this.invitedBy = draft.invitedBy();
    this.status = InvitationStatus.PENDING;
    this.createdAt = now;
    this.openKey = draft.access().companyId() + "|" + Account.keyOf(draft.email());
    this.sentAt = now;
    this.digest = letter.token().digest();
    this.validUntil = letter.validUntil();
  }

  /// An invitation before it exists.
  ///
  /// @param accountId of the account that accepting opens: accepting twice opens one
  /// @param invitedBy id of who invites
  record Draft(String id, String email, Access access, String accountId, String invitedBy) {}

  static Invitation send(Draft draft, Letter letter, Instant now) {
    Invitation invitation = new Invitation(draft, letter, now);
    invitation.send(letter.command());
    return invitation;
  }

  /// Sends another letter, which takes the place of the last.
  ///
  /// @param by who answers for it from now on
  /// @throws Refusal conflict, when it is no longer pending; throttled, right after the last letter
  Outcome sendAgain(Letter letter, String by, Instant now) {
    requirePending();
    if (now.isBefore(sentAt.plus(BETWEEN_LETTERS))) {
      throw new Refusal(
              Category.THROTTLED, "sent_just_now", "A letter was sent a moment ago; wait for it")
          .retryAfterSeconds(BETWEEN_LETTERS.toSeconds());
    }
    invitedBy = by;
    sentAt = now;
    digest = letter.token().digest();
    validUntil = letter.validUntil();
    send(letter.command());
    return Outcome.APPLIED;
  }

  /// @throws Refusal conflict, when it has been accepted
  Outcome revoke() {
    return switch (status) {
      case PENDING -> {
        close(InvitationStatus.REVOKED);
        yield Outcome.APPLIED;
      }
      case REVOKED -> Outcome.ALREADY;
      case ACCEPTED -> throw noLongerPending();
    };
  }

  /// @throws Refusal rule, for any token but that of the latest letter, in time
  Outcome accept(OneUseToken token, Instant now) {
    if (!mayAccept(token, now)) {
      throw OneUseToken.notGood();
    }
    return switch (status) {
      case PENDING -> {
        close(InvitationStatus.ACCEPTED);
        yield Outcome.APPLIED;
      }
      // By the same token: the account was not opened then, as the process died.
      case ACCEPTED -> Outcome.ALREADY;
      case REVOKED -> throw OneUseToken.notGood();
    };
  }

  boolean mayAccept(OneUseToken token, Instant now) {
    return status != InvitationStatus.REVOKED
        && token.digest().equals(digest)
        && now.isBefore(validUntil);
  }

  private void requirePending() {
    if (status != InvitationStatus.PENDING) {
      throw noLongerPending();
    }
  }

  private static Refusal noLongerPending() {
    return Refusal.conflict("not_pending", "The invitation has been accepted or revoked");
  }

  private void close(InvitationStatus end) {
    status = end;
    openKey = null;
  }

  public String email() {
    return email;
  }

  public Access access() {
    return access;
  }

  String accountId() {
    return accountId;
  }

  public String invitedBy() {
    return invitedBy;
  }

  public InvitationStatus status() {
    return status;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant sentAt() {
    return sentAt;
  }

  public Instant validUntil() {
    return validUntil;
  }
}
