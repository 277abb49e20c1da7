package io.emporium.analytics.calendar;

import io.emporium.events.company.CompanySnapshot;
import io.emporium.kit.store.SharedStore;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Time zones of companies.
@Component
public class CompanyCalendar {

  private final SharedStore<CompanyZone> zones;

  CompanyCalendar(SharedStore<CompanyZone> zones) {
    this.zones = zones;
  }

  /// @param companyId null for the whole platform
  /// @return UTC where there is no company, or none that has been heard of
  public ZoneId zoneOf(@Nullable String companyId) {
    if (companyId == null) {
      return ZoneOffset.UTC;
    }
    return zones.find(companyId).map(CompanyZone::zone).orElse(ZoneOffset.UTC);
  }

  /// @param version of the company that the snapshot shows
  public void learn(CompanySnapshot company, long version) {
    var _ =
        zones.replaceIfNewer(
            new CompanyZone(company.companyId(), company.settings().timeZone()), version);
  }
}
