package io.emporium.auth.revocation;

import io.emporium.auth.account.Account;
import io.emporium.auth.session.SessionFamily;
import io.emporium.auth.standing.CompanyStanding;
import io.emporium.kit.security.Revocation;
import io.emporium.kit.security.RevocationPage;
import io.emporium.kit.security.RevocationSource;
import io.emporium.kit.store.AggregateRoot;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.tenancy.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// Reads the revocations off the accounts, sessions and companies themselves: there is no second
/// record of them that could lack one.
@Component
public class ListRevocations implements RevocationSource {

  /// No access token lives longer.
  private static final Duration OF_INTEREST = Duration.ofMinutes(16);

  private static final int PER_KIND = PageQuery.MAX_SIZE;

  private final AggregateStore<Account> accounts;
  private final AggregateStore<SessionFamily> sessions;
  private final AggregateStore<CompanyStanding> companies;
  private final Clock clock;

  ListRevocations(
      AggregateStore<Account> accounts,
      AggregateStore<SessionFamily> sessions,
      AggregateStore<CompanyStanding> companies,
      Clock clock) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.companies = companies;
    this.clock = clock;
  }

  @Override
  public RevocationPage since(Instant moment) {
    Instant now = clock.instant();
    Instant oldest = now.minus(OF_INTEREST);
    Instant from = moment.isAfter(oldest) ? moment : oldest;
    List<List<Revocation>> kinds =
        List.of(
            later(accounts, "tokensFrom", from, ListRevocations::ofUser),
            later(sessions, "endedAt", from, ListRevocations::ofSession),
            later(companies, "sessionsFrom", from, ListRevocations::ofCompany));
    Instant next = now;
    boolean complete = true;
    List<Revocation> all = new ArrayList<>();
    for (List<Revocation> kind : kinds) {
      all.addAll(kind);
      if (kind.size() == PER_KIND) {
        complete = false;
        next = earlier(next, continuation(from, kind.getLast().notBefore()));
      }
    }
    return new RevocationPage(all, next, complete);
  }

  private static <T extends AggregateRoot> List<Revocation> later(
      AggregateStore<T> store, String field, Instant from, Function<T, Revocation> revocation) {
    Document filter = new Document(field, new Document("$gt", from));
    return store
        .list(Scope.platform(), filter, PageQuery.first(PER_KIND).sortedBy(field, true))
        .stream()
        .map(revocation)
        .toList();
  }

  // A millisecond back, since others may have the same as the last on the page.
  private static Instant continuation(Instant from, Instant last) {
    Instant before = last.minusMillis(1);
    return before.isAfter(from) ? before : last;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Revocation ofUser(Account account) {
    return Revocation.ofUser(account.id(), account.tokensFrom());
  }

  private static Revocation ofSession(SessionFamily family) {
    return Revocation.ofSession(family.id(), family.endedAt().orElseThrow());
  }

  private static Revocation ofCompany(CompanyStanding standing) {
    return Revocation.ofCompany(standing.id(), standing.sessionsFrom());
  }
}
