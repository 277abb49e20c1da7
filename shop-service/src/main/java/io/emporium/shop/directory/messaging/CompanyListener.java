package io.emporium.shop.directory.messaging;

import io.emporium.events.Envelope;
import io.emporium.events.company.CompanyActivated;
import io.emporium.events.company.CompanyClosed;
import io.emporium.events.company.CompanyCreated;
import io.emporium.events.company.CompanySuspended;
import io.emporium.kit.messaging.Consumes;
import io.emporium.kit.messaging.Handles;
import io.emporium.kit.store.SharedStore;
import io.emporium.shop.directory.CompanyStanding;
import org.springframework.stereotype.Component;

/// Learns which companies may sell.
@Component
@Consumes("companies")
class CompanyListener {

  private final SharedStore<CompanyStanding> companies;

  CompanyListener(SharedStore<CompanyStanding> companies) {
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
    var _ =
        companies.replaceIfNewer(
            new CompanyStanding(companyId, active), envelope.aggregateversion());
  }
}
