package io.emporium.debt.book;

import io.emporium.kit.ids.Ids;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// Enters a debt into a company's book.
@Component
public class OpenDebt {

  /// @param companyId the debtor
  public record Command(String companyId, Terms terms, String actor) {}

  private final AggregateStore<Debt> debts;
  private final Ids ids;
  private final Clock clock;

  OpenDebt(AggregateStore<Debt> debts, Ids ids, Clock clock) {
    this.debts = debts;
    this.ids = ids;
    this.clock = clock;
  }

  public Debt handle(Command command) {
    Entered entered = new Entered(clock.instant(), command.actor());
    Debt debt = Debt.open(ids.next(), command.companyId(), command.terms(), entered);
    // An id that is taken is this very request, sent again with its idempotency key.
    return debts.create(debt) ? debt : debts.get(Scope.company(command.companyId()), debt.id());
  }
}
