package io.emporium.debt;

import io.emporium.debt.calendar.CompanyCalendar;
import io.emporium.events.company.CompanyCreated;
import io.emporium.events.company.CompanySettingsChanged;
import io.emporium.kit.testing.SampleCompany;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.crash.CrashSweep;
import io.emporium.kit.testing.crash.NewsSamples;
import io.emporium.kit.testing.crash.Sample;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;

/// Every handler of the service, halted at each of its points.
@ServiceTest
class DebtCrashSweepIT extends CrashSweep {

  @Autowired private CompanyCalendar calendar;

  @Override
  protected List<Sample> samples() {
    NewsSamples<SampleCompany> news =
        newsOf(
            () -> SampleCompany.of(UUID.randomUUID().toString()).in(ZoneId.of("Asia/Tokyo")),
            SampleCompany::id,
            SampleCompany::id,
            company -> "days begin in " + calendar.zoneOf(company.id()));
    return List.of(
        news.first(
            CompanyCreated.class, "far away", company -> new CompanyCreated(company.snapshot())),
        news.first(
            CompanySettingsChanged.class,
            "not known yet",
            company -> new CompanySettingsChanged(company.snapshot())),
        news.after(
            company -> new CompanyCreated(company.snapshot()),
            CompanySettingsChanged.class,
            "that moves",
            company -> new CompanySettingsChanged(company.in(ZoneId.of("Asia/Seoul")).snapshot())));
  }
}
