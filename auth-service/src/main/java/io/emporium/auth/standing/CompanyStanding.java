package io.emporium.auth.standing;

import io.emporium.events.user.CompanySessionsRevoked;
import io.emporium.kit.store.AggregateRoot;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.TenantOwned;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// What sign-in needs to know of a company. One that was never suspended has none.
@Document("company_standings")
@TypeAlias("company-standing")
@TenantOwned
public final class CompanyStanding extends AggregateRoot {

  private boolean open;
  private Instant sessionsFrom;
  private long companyVersion;

  @PersistenceCreator
  @SuppressWarnings("NullAway.Init") // the store fills the fields
  private CompanyStanding() {}

  private CompanyStanding(String companyId) {
    super(companyId, companyId);
    this.open = true;
    this.sessionsFrom = Instant.EPOCH;
  }

  /// News from company-service.
  ///
  /// @param version of the company; what is not newer than the last news changes nothing
  record News(boolean open, String reason, long version) {}

  static CompanyStanding of(String companyId) {
    return new CompanyStanding(companyId);
  }

  /// Either way the sessions from before are over, here and by the event everywhere.
  Outcome hear(News news, Instant now) {
    if (news.version() <= companyVersion) {
      return Outcome.ALREADY;
    }
    open = news.open();
    companyVersion = news.version();
    sessionsFrom = open ? latest(sessionsFrom, millis(now)) : Cutoff.after(sessionsFrom, now);
    record(new CompanySessionsRevoked(id(), sessionsFrom, news.reason()));
    return Outcome.APPLIED;
  }

  /// Whether its people may sign in.
  public boolean isOpen() {
    return open;
  }

  /// Sessions that began before are over.
  public Instant sessionsFrom() {
    return sessionsFrom;
  }

  private static Instant millis(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MILLIS);
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
