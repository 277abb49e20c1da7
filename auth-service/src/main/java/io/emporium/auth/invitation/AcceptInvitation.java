package io.emporium.auth.invitation;

import io.emporium.auth.account.Account;
import io.emporium.auth.account.Accounts;
import io.emporium.auth.account.ManageAccess;
import io.emporium.auth.account.OpenAccount;
import io.emporium.auth.mail.OneUseToken;
import io.emporium.auth.mail.Purpose;
import io.emporium.auth.session.Client;
import io.emporium.auth.signin.Admission;
import io.emporium.auth.signin.SignedIn;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who has the letter opens the account that it promises.
///
/// The invitation is closed first and the account opened second, under an id that was chosen when
/// the letter was written. If the process dies in between, the same letter opens the account later;
/// if two accept at once, one of them does.
@Component
public class AcceptInvitation {

  public record Command(
      String token,
      String password,
      @Nullable String fullName,
      @Nullable String phone,
      Client client) {}

  private final AggregateStore<Invitation> store;
  private final Accounts accounts;
  private final OpenAccount open;
  private final Admission admission;
  private final Clock clock;

  AcceptInvitation(
      AggregateStore<Invitation> store,
      Accounts accounts,
      OpenAccount open,
      Admission admission,
      Clock clock) {
    this.store = store;
    this.accounts = accounts;
    this.open = open;
    this.admission = admission;
    this.clock = clock;
  }

  /// @throws Refusal rule, alike for every token that is not good; conflict, when the address has
  ///   got an account otherwise
  public SignedIn handle(Command command) {
    OneUseToken token =
        OneUseToken.parse(Purpose.INVITATION, command.token()).orElseThrow(OneUseToken::notGood);
    Invitation invitation =
        store
            .find(Scope.platform(), token.subjectId())
            .filter(found -> found.mayAccept(token, clock.instant()))
            .filter(this::isStillMeant)
            .filter(found -> accounts.byId(found.accountId()).isEmpty())
            .orElseThrow(OneUseToken::notGood);
    open.requireFree(invitation.email());
    var _ =
        store.change(
            Scope.platform(), invitation.id(), found -> found.accept(token, clock.instant()));
    Instant asOf = admission.moment();
    Account account = open.handle(invited(command, invitation)).orElseThrow(OneUseToken::notGood);
    return admission.admit(account, command.client(), asOf);
  }

  // Who has lost the right to grant it since grants nothing any more.
  private boolean isStillMeant(Invitation invitation) {
    return accounts
        .byId(invitation.invitedBy())
        .filter(granter -> ManageAccess.couldGrant(granter, invitation.access()))
        .isPresent();
  }

  private void requireStillMeant(Invitation invitation) {
    if (!isStillMeant(invitation)) {
      throw OneUseToken.notGood();
    }
  }

  private OpenAccount.Invited invited(Command command, Invitation invitation) {
    return new OpenAccount.Invited(
        invitation.accountId(),
        invitation.email(),
        command.password(),
        command.fullName(),
        command.phone(),
        invitation.access(),
        () -> requireStillMeant(invitation));
  }
}
