package io.emporium.auth.account;

import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.security.Role;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gives and takes roles and the right to sign in. Nobody grants what they lack, and neither a
/// company nor the platform loses its last admin.
@Component
public class ManageAccess {

  private final AggregateStore<Account> store;
  private final LastAdmin lastAdmin;
  private final Clock clock;

  ManageAccess(AggregateStore<Account> store, LastAdmin lastAdmin, Clock clock) {
    this.store = store;
    this.lastAdmin = lastAdmin;
    this.clock = clock;
  }

  /// What the caller may grant to somebody new.
  ///
  /// @param companyId as asked for; an admin's own when left out
  public Access grantable(
      Caller caller, Role role, @Nullable String companyId, List<String> shopIds) {
    requireMayGrant(caller, role);
    if (caller.role() == Role.SUPER_ADMIN) {
      return new Access(role, companyId, shopIds);
    }
    String own = caller.requireCompany();
    if (companyId != null && !companyId.equals(own)) {
      throw Refusal.forbidden("company_not_allowed", "You add people to your own company only");
    }
    return new Access(role, own, shopIds);
  }

  /// Whether somebody who granted this access still could.
  public static boolean couldGrant(Account granter, Access access) {
    return granter.status() == AccountStatus.ACTIVE
        && mayGrant(granter.role(), access.role())
        && (granter.role() == Role.SUPER_ADMIN
            || (granter.companyId() != null && granter.companyId().equals(access.companyId())));
  }

  /// @param expectedVersion from `If-Match`; null when the caller did not say
  /// @param shopIds where they work from now on; null leaves them where they are
  /// @throws Refusal forbidden, for a role above the caller's own; conflict, for the last admin;
  ///   stale, when the account has another version
  public Account changeRole(
      Caller caller,
      String userId,
      @Nullable Long expectedVersion,
      Role role,
      @Nullable List<String> shopIds) {
    requireMayGrant(caller, role);
    Account person = store.get(caller.companyScope(), userId);
    // What somebody has and the caller could not give, the caller does not take either.
    requireMayGrant(caller, person.role());
    return lastAdmin.unlessLast(
        person,
        role,
        () ->
            store.change(
                caller.companyScope(),
                userId,
                expectedVersion,
                account ->
                    account.grant(
                        new Access(role, account.companyId(), shops(account, role, shopIds)),
                        clock.instant())));
  }

  private static List<String> shops(Account account, Role role, @Nullable List<String> given) {
    if (given != null) {
      return given;
    }
    boolean worksInShops = role == Role.SHOP_MANAGER || role == Role.SHOP_STAFF;
    return worksInShops ? account.shopIds() : List.of();
  }

  public Account disable(Caller caller, String userId, String reason) {
    Account person = store.get(caller.companyScope(), userId);
    requireMayGrant(caller, person.role());
    return lastAdmin.unlessLast(
        person,
        null,
        () ->
            store.change(
                caller.companyScope(),
                userId,
                account -> account.disable(reason, clock.instant())));
  }

  public Account enable(Caller caller, String userId) {
    Account person = store.get(caller.companyScope(), userId);
    requireMayGrant(caller, person.role());
    return store.change(caller.companyScope(), userId, Account::enable);
  }

  /// By the account as it is, not as the token says that it was some seconds ago.
  ///
  /// @throws Refusal forbidden, for a role that the caller may not, or may no longer, grant
  public void requireMayGrant(Caller caller, Role role) {
    boolean allowed =
        store
            .find(Scope.platform(), caller.userId())
            .filter(granter -> granter.status() == AccountStatus.ACTIVE)
            .filter(granter -> Objects.equals(granter.companyId(), caller.companyId()))
            .filter(granter -> granter.role() == caller.role() && mayGrant(granter.role(), role))
            .isPresent();
    if (!allowed) {
      throw Refusal.forbidden("role_not_allowed", "You may not grant the role " + role.wireName());
    }
  }

  private static boolean mayGrant(Role granter, Role role) {
    return switch (granter) {
      case SUPER_ADMIN -> true;
      case COMPANY_ADMIN ->
          switch (role) {
            case COMPANY_ADMIN, SHOP_MANAGER, SHOP_STAFF -> true;
            case SUPER_ADMIN, CUSTOMER -> false;
          };
      case SHOP_MANAGER, SHOP_STAFF, CUSTOMER -> false;
    };
  }
}
