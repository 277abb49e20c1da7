package io.emporium.auth.standing;

import io.emporium.auth.standing.CompanyStanding.News;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Follows company-service: suspended and closed companies keep their people out.
@Component
public class CompanyStandings {

  private final AggregateStore<CompanyStanding> store;
  private final Clock clock;

  CompanyStandings(AggregateStore<CompanyStanding> store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  public void shut(String companyId, String reason, long version) {
    hear(companyId, new News(false, reason, version));
  }

  /// Sessions from before stay over.
  public void reopen(String companyId, long version) {
    hear(companyId, new News(true, "company_activated", version));
  }

  /// @param companyId null for those who belong to none
  public Optional<CompanyStanding> of(@Nullable String companyId) {
    return companyId == null ? Optional.empty() : store.find(Scope.company(companyId), companyId);
  }

  private void hear(String companyId, News news) {
    Scope company = Scope.company(companyId);
    if (store.find(company, companyId).isEmpty()) {
      CompanyStanding first = CompanyStanding.of(companyId);
      var _ = first.hear(news, clock.instant());
      if (store.create(first)) {
        return;
      }
    }
    var _ = store.change(company, companyId, standing -> standing.hear(news, clock.instant()));
  }
}
