package io.emporium.shop.companies.messaging;

import io.emporium.events.Envelope;
import io.emporium.events.company.CompanyActivated;
import io.emporium.events.company.CompanyClosed;
import io.emporium.events.company.CompanyCreated;
import io.emporium.events.company.CompanySuspended;
import io.emporium.kit.messaging.Consumes;
import io.emporium.kit.messaging.Handles;
import io.emporium.shop.companies.Companies;
import io.emporium.shop.companies.CompanyStanding;
import org.springframework.stereotype.Component;

/// Learns which companies may sell.
@Component
@Consumes("companies")
class CompanyListener {

  private final Companies companies;

  CompanyListener(Companies companies) {
    this.companies = companies;
  }

  @Handles
  void on(CompanyCreated event, Envelope<?> envelope) {
    keep(event.company().companyId(), true, envelope);
  }

  @Handles
  void on(CompanyActivated event, Envelope<?> envelope) {
    keep(event.company().companyId(), true, envelope);
  }

  @Handles
  void on(CompanySuspended event, Envelope<?> envelope) {
    keep(event.company().companyId(), false, envelope);
  }

  @Handles
  void on(CompanyClosed event, Envelope<?> envelope) {
    keep(event.company().companyId(), false, envelope);
  }

  private void keep(String companyId, boolean active, Envelope<?> envelope) {
    companies.keep(new CompanyStanding(companyId, active), envelope.aggregateversion());
  }
}
