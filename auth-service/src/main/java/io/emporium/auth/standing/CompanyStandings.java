package io.emporium.auth.standing;

import io.emporium.kit.store.SharedStore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Follows company-service: suspended and closed companies keep their people out.
@Component
public class CompanyStandings {

  private final SharedStore<CompanyStanding> store;

  CompanyStandings(SharedStore<CompanyStanding> store) {
    this.store = store;
  }

  public void shut(String companyId, Instant sessionsFrom, long version) {
    var _ = store.replaceIfNewer(new CompanyStanding(companyId, false, sessionsFrom), version);
  }

  /// Sessions from before stay over.
  public void reopen(String companyId, Instant now, long version) {
    var _ = store.replaceIfNewer(new CompanyStanding(companyId, true, now), version);
  }

  /// @param companyId null for those who belong to none
  public boolean isOpen(@Nullable String companyId) {
    return companyId == null
        || store.find(companyId).map(CompanyStanding::open).orElse(Boolean.TRUE);
  }

  /// Whether a session of this company that began then still counts.
  public boolean honours(@Nullable String companyId, Instant sessionStart) {
    return companyId == null
        || store
            .find(companyId)
            .map(standing -> standing.open() && !sessionStart.isBefore(standing.sessionsFrom()))
            .orElse(Boolean.TRUE);
  }
}
