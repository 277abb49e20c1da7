package io.emporium.inventory.replica.messaging;

import io.emporium.events.Envelope;
import io.emporium.events.company.CompanyCreated;
import io.emporium.events.company.CompanySettingsChanged;
import io.emporium.events.company.CompanySnapshot;
import io.emporium.inventory.replica.CompanyReplica;
import io.emporium.kit.messaging.Consumes;
import io.emporium.kit.messaging.Handles;
import io.emporium.kit.store.SharedStore;
import org.springframework.stereotype.Component;

@Component
@Consumes("companies")
class CompanyListener {

  private final SharedStore<CompanyReplica> companies;

  CompanyListener(SharedStore<CompanyReplica> companies) {
    this.companies = companies;
  }

  @Handles
  void on(CompanyCreated event, Envelope<?> envelope) {
    keep(event.company(), envelope);
  }

  @Handles
  void on(CompanySettingsChanged event, Envelope<?> envelope) {
    keep(event.company(), envelope);
  }

  private void keep(CompanySnapshot company, Envelope<?> envelope) {
    CompanyReplica replica =
        new CompanyReplica(
            company.companyId(),
            company.settings().lowStockThreshold(),
            company.settings().transfersNeedApproval());
    var _ = companies.replaceIfNewer(replica, envelope.aggregateversion());
  }
}
