package io.emporium.auth.invitation;

import io.emporium.auth.account.Access;
import io.emporium.auth.account.ManageAccess;
import io.emporium.auth.account.OpenAccount;
import io.emporium.auth.invitation.Invitation.Draft;
import io.emporium.auth.mail.Letter;
import io.emporium.auth.mail.Letters;
import io.emporium.kit.ids.Ids;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.security.Role;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import java.time.Clock;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Invites somebody to a role, and takes that back or says it again.
@Component
public class Invite {

  /// @param companyId an admin's own when left out
  public record Command(
      Caller caller, String email, Role role, @Nullable String companyId, List<String> shopIds) {}

  private static final long MOST_PENDING = 500;

  private final AggregateStore<Invitation> store;
  private final ManageAccess access;
  private final OpenAccount accounts;
  private final Letters letters;
  private final Ids ids;
  private final Clock clock;

  Invite(
      AggregateStore<Invitation> store,
      ManageAccess access,
      OpenAccount accounts,
      Letters letters,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.access = access;
    this.accounts = accounts;
    this.letters = letters;
    this.ids = ids;
    this.clock = clock;
  }

  /// @throws Refusal forbidden, for what the caller may not grant; conflict, when the address has
  ///   an account or is invited already
  public Invitation handle(Command command) {
    requireMayInvite(command.caller(), command.role());
    Access granted =
        access.grantable(command.caller(), command.role(), command.companyId(), command.shopIds());
    Draft draft =
        new Draft(ids.next(), command.email(), granted, ids.next(), command.caller().userId());
    if (store.find(command.caller().companyScope(), draft.id()).isPresent()) {
      return store.get(command.caller().companyScope(), draft.id()); // the same request again
    }
    accounts.requireFree(command.email());
    requireRoom(granted);
    Invitation invitation =
        Invitation.send(draft, letter(draft, command.caller()), clock.instant());
    if (!store.create(invitation)) {
      throw Refusal.conflict("already_invited", "An invitation to this address is pending");
    }
    return invitation;
  }

  public Invitation again(Caller caller, String id) {
    return store.change(
        caller.companyScope(),
        id,
        invitation -> {
          requireMayInvite(caller, invitation.access().role());
          Draft draft =
              new Draft(
                  id,
                  invitation.email(),
                  invitation.access(),
                  invitation.accountId(),
                  invitation.invitedBy());
          return invitation.sendAgain(letter(draft, caller), caller.userId(), clock.instant());
        });
  }

  public Invitation revoke(Caller caller, String id) {
    return store.change(caller.companyScope(), id, Invitation::revoke);
  }

  private Letter letter(Draft draft, Caller caller) {
    return letters.invitation(
        new Letters.To(draft.id(), draft.accountId(), draft.email()),
        draft.access().role().wireName().replace('_', ' '),
        caller.email());
  }

  private void requireRoom(Access granted) {
    String companyId = granted.companyId();
    Document pending =
        new Document("companyId", companyId).append("status", InvitationStatus.PENDING.name());
    Scope scope = companyId == null ? Scope.platform() : Scope.company(companyId);
    if (store.count(scope, pending) >= MOST_PENDING) {
      throw Refusal.conflict(
          "too_many_invitations", "Too many invitations are pending; revoke some first");
    }
  }

  // Admins are invited by the platform alone.
  private static void requireMayInvite(Caller caller, Role role) {
    boolean allowed =
        switch (role) {
          case SUPER_ADMIN, COMPANY_ADMIN -> caller.role() == Role.SUPER_ADMIN;
          case SHOP_MANAGER, SHOP_STAFF -> true;
          case CUSTOMER -> false;
        };
    if (!allowed) {
      throw Refusal.forbidden(
          "role_not_allowed", "You may not invite anybody as " + role.wireName());
    }
  }
}
