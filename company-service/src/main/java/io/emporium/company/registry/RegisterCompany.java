package io.emporium.company.registry;

import io.emporium.kit.ids.Ids;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Currency;
import org.springframework.stereotype.Component;

/// A super admin opens a company.
@Component
public class RegisterCompany {

  /// @param currency of prices and books
  /// @param timeZone in which its days begin
  public record Command(String name, Currency currency, ZoneId timeZone) {}

  private final AggregateStore<Company> companies;
  private final Ids ids;
  private final Clock clock;

  RegisterCompany(AggregateStore<Company> companies, Ids ids, Clock clock) {
    this.companies = companies;
    this.ids = ids;
    this.clock = clock;
  }

  public Company handle(Command command) {
    Company company =
        Company.create(
            ids.next(),
            command.name(),
            DefaultSettings.of(command.currency(), command.timeZone()),
            clock.instant());
    // An id that is taken is this very request, sent again with its idempotency key.
    return companies.create(company) ? company : companies.get(Scope.platform(), company.id());
  }
}
