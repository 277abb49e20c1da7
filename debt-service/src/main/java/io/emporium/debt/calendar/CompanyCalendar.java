package io.emporium.debt.calendar;

import io.emporium.events.company.CompanySnapshot;
import io.emporium.kit.messaging.News;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.SharedStore;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/// Which companies there are, and their time zones.
@Component
public class CompanyCalendar {

  private final SharedStore<CompanyZone> zones;
  private final News news = new News();

  CompanyCalendar(SharedStore<CompanyZone> zones) {
    this.zones = zones;
  }

  /// @return UTC for a company that has not been heard of
  public ZoneId zoneOf(String companyId) {
    return zones.find(companyId).map(CompanyZone::zone).orElse(ZoneOffset.UTC);
  }

  /// @param version of the company that the snapshot shows
  public void learn(CompanySnapshot company, long version) {
    var _ =
        zones.replaceIfNewer(
            new CompanyZone(company.companyId(), company.settings().timeZone()), version);
    news.announce();
  }

  /// For callers whose token does not prove that there is such a company.
  ///
  /// @throws Refusal rule, when nothing is heard of it even after a little waiting
  public void requireKnown(String companyId) {
    if (news.await(() -> zones.find(companyId)).isEmpty()) {
      throw Refusal.rule("unknown_company", "There is no company " + companyId);
    }
  }
}
