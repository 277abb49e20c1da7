package io.emporium.company.registry;

import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// Money of a company has been heard of: from now on its currency and time zone stay.
@Component
public class OpenBooks {

  private final AggregateStore<Company> companies;

  // Books never close again, so what is known here needs no look at the database for every order.
  private final Set<String> open = ConcurrentHashMap.newKeySet();

  OpenBooks(AggregateStore<Company> companies) {
    this.companies = companies;
  }

  /// @param at when the money came to be
  public void handle(String companyId, Instant at) {
    if (!open.contains(companyId)) {
      var _ =
          companies.change(Scope.company(companyId), companyId, company -> company.openBooks(at));
      open.add(companyId);
    }
  }
}
