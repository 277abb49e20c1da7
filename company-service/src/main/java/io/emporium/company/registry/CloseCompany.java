package io.emporium.company.registry;

import io.emporium.company.business.OpenMatters;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// A super admin closes a company for good, once nothing of it is unfinished.
///
/// An order that sales-service accepts while its news are on their way here is not counted. It
/// stands and runs to its end: sales-service decides by its own copy of the company. Who wants no
/// such order suspends the company first.
@Component
public class CloseCompany {

  private final AggregateStore<Company> companies;
  private final OpenMatters matters;
  private final Clock clock;

  CloseCompany(AggregateStore<Company> companies, OpenMatters matters, Clock clock) {
    this.companies = companies;
    this.matters = matters;
    this.clock = clock;
  }

  public Company handle(Scope scope, String id) {
    return companies.change(scope, id, company -> company.close(matters.of(id), clock.instant()));
  }
}
