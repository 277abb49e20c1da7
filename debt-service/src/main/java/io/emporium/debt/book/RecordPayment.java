package io.emporium.debt.book;

import io.emporium.events.Money;
import io.emporium.kit.ids.Ids;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Enters what was paid towards a debt.
@Component
public class RecordPayment {

  /// What was paid and how.
  public record Command(
      Money amount, @Nullable String method, @Nullable String reference, String actor) {}

  /// The debt after a payment, and which payment it was.
  public record Recorded(Debt debt, String paymentId) {}

  private final AggregateStore<Debt> debts;
  private final Ids ids;
  private final Clock clock;

  RecordPayment(AggregateStore<Debt> debts, Ids ids, Clock clock) {
    this.debts = debts;
    this.ids = ids;
    this.clock = clock;
  }

  public Recorded handle(Scope scope, String debtId, Command command) {
    Payment payment =
        new Payment(
            ids.next(),
            command.amount(),
            command.method(),
            command.reference(),
            clock.instant(),
            command.actor(),
            List.of());
    return new Recorded(debts.change(scope, debtId, debt -> debt.pay(payment)), payment.id());
  }
}
