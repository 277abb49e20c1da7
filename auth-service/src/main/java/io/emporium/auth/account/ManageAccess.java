package io.emporium.auth.account;

import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.security.Role;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gives and takes roles and the right to sign in. Nobody grants what they lack, and neither a
/// company nor the platform loses its last admin.
@Component
public class ManageAccess {

  private static final Set<Role> OF_A_COMPANY =
      Set.of(Role.COMPANY_ADMIN, Role.SHOP_MANAGER, Role.SHOP_STAFF);

  private final AggregateStore<Account> store;
  private final Clock clock;

  ManageAccess(AggregateStore<Account> store, Clock clock) {
    this.store = store;
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

  /// @throws Refusal forbidden, for a role above the caller's own; conflict, for the last admin
  public Account changeRole(Caller caller, String userId, Role role, List<String> shopIds) {
    requireMayGrant(caller, role);
    Account before = store.get(caller.companyScope(), userId);
    if (before.role() == role) {
      return grant(caller, before, role, shopIds);
    }
    requireAnotherAdmin(before);
    Account after = grant(caller, before, role, shopIds);
    if (leavesNoAdmin(before)) {
      var _ = grant(caller, after, before.role(), before.shopIds());
      throw lastAdmin();
    }
    return after;
  }

  public Account disable(Caller caller, String userId, String reason) {
    Account before = store.get(caller.companyScope(), userId);
    if (before.status() == AccountStatus.DISABLED) {
      return before;
    }
    requireAnotherAdmin(before);
    Account after =
        store.change(
            caller.companyScope(), userId, account -> account.disable(reason, clock.instant()));
    if (leavesNoAdmin(before)) {
      var _ = store.change(caller.companyScope(), userId, Account::enable);
      throw lastAdmin();
    }
    return after;
  }

  public Account enable(Caller caller, String userId) {
    return store.change(caller.companyScope(), userId, Account::enable);
  }

  private Account grant(Caller caller, Account account, Role role, List<String> shopIds) {
    return store.change(
        caller.companyScope(),
        account.id(),
        current -> current.grant(new Access(role, current.companyId(), shopIds), clock.instant()));
  }

  private void requireAnotherAdmin(Account account) {
    if (isAdmin(account) && countAdminsLike(account) <= 1) {
      throw lastAdmin();
    }
  }

  // Two admins who remove each other at once both pass the first check. Asked again after the
  // write, at least one of them sees that nobody is left, and takes it back.
  private boolean leavesNoAdmin(Account before) {
    return isAdmin(before) && countAdminsLike(before) == 0;
  }

  private static boolean isAdmin(Account account) {
    return account.status() == AccountStatus.ACTIVE
        && (account.role() == Role.SUPER_ADMIN || account.role() == Role.COMPANY_ADMIN);
  }

  private long countAdminsLike(Account admin) {
    Document filter =
        new Document("role", admin.role().name()).append("status", AccountStatus.ACTIVE.name());
    return switch (admin.role()) {
      case COMPANY_ADMIN ->
          store.count(Scope.company(Objects.requireNonNull(admin.companyId())), filter);
      case SUPER_ADMIN -> store.count(Scope.platform(), filter);
      case SHOP_MANAGER, SHOP_STAFF, CUSTOMER -> 1;
    };
  }

  private static void requireMayGrant(Caller caller, Role role) {
    boolean allowed =
        switch (caller.role()) {
          case SUPER_ADMIN -> true;
          case COMPANY_ADMIN -> OF_A_COMPANY.contains(role);
          case SHOP_MANAGER, SHOP_STAFF, CUSTOMER -> false;
        };
    if (!allowed) {
      throw Refusal.forbidden("role_not_allowed", "You may not grant the role " + role.wireName());
    }
  }

  private static Refusal lastAdmin() {
    return Refusal.conflict("last_admin", "The last admin cannot be removed");
  }
}
