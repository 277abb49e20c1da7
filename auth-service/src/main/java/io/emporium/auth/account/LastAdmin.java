package io.emporium.auth.account;

import io.emporium.kit.ids.Ids;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Role;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.Scope;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeps every company, and the platform, at least one admin who can sign in.
///
/// Whoever may lose that is first entered among the departing, in one document, and only then it is
/// looked who remains: an active admin who is not departing. Of several who leave at once, each
/// sees all who were entered before, so the last of them finds nobody and stays. Nothing has to be
/// taken back, and a crash on the way leaves one admin too many, never one too few.
@Component
class LastAdmin {

  private final AggregateStore<AdminDepartures> departures;
  private final AggregateStore<Account> accounts;
  private final Ids ids;
  private final Clock clock;

  LastAdmin(
      AggregateStore<AdminDepartures> departures,
      AggregateStore<Account> accounts,
      Ids ids,
      Clock clock) {
    this.departures = departures;
    this.accounts = accounts;
    this.ids = ids;
    this.clock = clock;
  }

  /// Makes a change by which the person may stop being an admin.
  ///
  /// @param next the role afterwards; null for somebody who will not be let in any more
  /// @throws Refusal conflict, when no other admin would remain
  Account unlessLast(Account person, @Nullable Role next, Supplier<Account> change) {
    String entry = ids.next();
    AdminDepartures departing = announce(entry, person);
    try {
      // Read after the entry: whoever becomes an admin from now on is not counted by others.
      Account now = accounts.get(Scope.platform(), person.id());
      if (isAdmin(now) && now.role() != next && !anotherRemains(now, departing)) {
        throw Refusal.conflict("last_admin", "The last admin cannot be removed");
      }
      Account changed = change.get();
      withdraw(entry, person);
      return changed;
    } catch (Refusal refused) {
      withdraw(entry, person);
      throw refused;
    }
    // After anything else it is unknown whether the change was made: the entry stays for a while.
  }

  private AdminDepartures announce(String entry, Account person) {
    Function<AdminDepartures, Outcome> announcement =
        departing -> departing.announce(entry, person.id(), clock.instant());
    String id = AdminDepartures.idOf(person.companyId());
    if (departures.find(scope(person.companyId()), id).isEmpty()) {
      AdminDepartures first = AdminDepartures.of(person.companyId());
      var _ = announcement.apply(first);
      if (departures.create(first)) {
        return first;
      }
    }
    return departures.change(scope(person.companyId()), id, announcement);
  }

  private void withdraw(String entry, Account person) {
    var _ =
        departures.change(
            scope(person.companyId()),
            AdminDepartures.idOf(person.companyId()),
            departing -> departing.withdraw(entry));
  }

  private boolean anotherRemains(Account admin, AdminDepartures departing) {
    Document others =
        new Document("role", admin.role().name())
            .append("status", AccountStatus.ACTIVE.name())
            .append("_id", new Document("$nin", departing.leaving()));
    return accounts.count(scope(admin.companyId()), others) > 0;
  }

  private static boolean isAdmin(Account account) {
    return account.status() == AccountStatus.ACTIVE
        && (account.role() == Role.SUPER_ADMIN || account.role() == Role.COMPANY_ADMIN);
  }

  private static Scope scope(@Nullable String companyId) {
    return companyId == null ? Scope.platform() : Scope.company(companyId);
  }
}
