package io.emporium.ecommerce.market.messaging;

import io.emporium.ecommerce.market.Market;
import io.emporium.ecommerce.market.SellingCompany;
import io.emporium.events.Envelope;
import io.emporium.events.company.CompanyActivated;
import io.emporium.events.company.CompanyClosed;
import io.emporium.events.company.CompanyCreated;
import io.emporium.events.company.CompanyEvent;
import io.emporium.events.company.CompanySettingsChanged;
import io.emporium.events.company.CompanySnapshot;
import io.emporium.events.company.CompanySuspended;
import io.emporium.events.company.CompanyUpdated;
import io.emporium.kit.messaging.Consumes;
import io.emporium.kit.messaging.Handles;
import org.springframework.stereotype.Component;

/// Keeps the replica of companies.
@Component
@Consumes("companies")
class CompanyListener {

  private final Market market;

  CompanyListener(Market market) {
    this.market = market;
  }

  @Handles
  void on(CompanyEvent event, Envelope<?> envelope) {
    market.keep(SellingCompany.from(snapshot(event), envelope.aggregateversion()));
  }

  static CompanySnapshot snapshot(CompanyEvent event) {
    return switch (event) {
      case CompanyActivated(var company) -> company;
      case CompanyClosed(var company, _) -> company;
      case CompanyCreated(var company) -> company;
      case CompanySettingsChanged(var company) -> company;
      case CompanySuspended(var company, _, _) -> company;
      case CompanyUpdated(var company) -> company;
    };
  }
}
