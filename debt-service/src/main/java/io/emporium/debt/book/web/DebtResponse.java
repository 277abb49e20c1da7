package io.emporium.debt.book.web;

import io.emporium.debt.book.Debt;
import io.emporium.debt.book.DebtStatus;
import io.emporium.debt.book.Instalment;
import io.emporium.debt.book.InstalmentStatus;
import io.emporium.events.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

record DebtResponse(
    String id,
    @Nullable String companyId,
    String creditor,
    Money principal,
    Money outstanding,
    DebtStatus status,
    @Nullable String terms,
    @Nullable String reference,
    List<InstalmentResponse> schedule,
    Instant createdAt,
    long version) {

  record InstalmentResponse(
      int number,
      String dueOn,
      Money amount,
      Money paid,
      InstalmentStatus status,
      @Nullable String overdueSince) {

    static InstalmentResponse from(Instalment instalment) {
      return new InstalmentResponse(
          instalment.number(),
          instalment.dueOn(),
          instalment.amount(),
          instalment.paid(),
          instalment.status(),
          instalment.overdueSince());
    }
  }

  static DebtResponse from(Debt debt) {
    return new DebtResponse(
        debt.id(),
        debt.companyId(),
        debt.creditor(),
        debt.principal(),
        debt.outstanding(),
        debt.status(),
        debt.terms(),
        debt.reference(),
        debt.schedule().stream().map(InstalmentResponse::from).toList(),
        debt.createdAt(),
        debt.version());
  }
}
