package io.emporium.debt.calendar;

import io.emporium.events.company.CompanySnapshot;
import io.emporium.kit.store.SharedStore;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/// Time zones of companies.
@Component
public class CompanyCalendar {

  private final SharedStore<CompanyZone> zones;

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
  }
}
