package io.emporium.analytics.dashboard.web;

import io.emporium.analytics.calendar.CompanyCalendar;
import io.emporium.analytics.dashboard.Dashboard;
import io.emporium.analytics.dashboard.MakeDashboard;
import io.emporium.analytics.dashboard.MakeSeries;
import io.emporium.analytics.dashboard.Period;
import io.emporium.analytics.dashboard.Series;
import io.emporium.analytics.dashboard.View;
import io.emporium.kit.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/analytics")
class DashboardController {

  private final MakeDashboard dashboards;
  private final MakeSeries series;
  private final CompanyCalendar calendar;
  private final Clock clock;

  DashboardController(
      MakeDashboard dashboards, MakeSeries series, CompanyCalendar calendar, Clock clock) {
    this.dashboards = dashboards;
    this.series = series;
    this.calendar = calendar;
    this.clock = clock;
  }

  @GetMapping("/dashboard")
  Dashboard dashboard(
      Caller caller,
      @RequestParam(defaultValue = "day") String period,
      @RequestParam(required = false) @Nullable @Size(max = 100) String shop,
      @RequestParam(required = false) @Nullable @Size(max = 100) String company) {
    return dashboards.handle(
        view(caller, company, shop), Parameters.oneOf(Period.class, "period", period));
  }

  @GetMapping("/sales")
  Series sales(Caller caller, @Valid @ModelAttribute SeriesRequest request) {
    View view = view(caller, request.company(), request.shop());
    LocalDate today = clock.instant().atZone(view.zone()).toLocalDate();
    return series.handle(view, request.toQuery(today));
  }

  // What is asked for narrows the caller's scope and never widens it.
  private View view(Caller caller, @Nullable String company, @Nullable String shop) {
    String zoneOf = caller.companyId() == null ? company : caller.companyId();
    return new View(caller.scope(), caller.companyScope(), company, shop, calendar.zoneOf(zoneOf));
  }
}
