package io.emporium.auth.standing.messaging;

import io.emporium.auth.standing.CompanyStandings;
import io.emporium.events.Envelope;
import io.emporium.events.company.CompanyActivated;
import io.emporium.events.company.CompanyClosed;
import io.emporium.events.company.CompanySuspended;
import io.emporium.kit.messaging.Consumes;
import io.emporium.kit.messaging.Handles;
import org.springframework.stereotype.Component;

@Component
@Consumes("companies")
class CompanyListener {

  private final CompanyStandings standings;

  CompanyListener(CompanyStandings standings) {
    this.standings = standings;
  }

  @Handles
  void on(CompanySuspended event, Envelope<?> envelope) {
    standings.shut(event.company().companyId(), "company_suspended", envelope.aggregateversion());
  }

  @Handles
  void on(CompanyActivated event, Envelope<?> envelope) {
    standings.reopen(event.company().companyId(), envelope.aggregateversion());
  }

  @Handles
  void on(CompanyClosed event, Envelope<?> envelope) {
    standings.shut(event.company().companyId(), "company_closed", envelope.aggregateversion());
  }
}
