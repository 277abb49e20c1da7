package io.emporium.debt.book;

import io.emporium.events.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The instalments of a debt, oldest due first.
public record Schedule(List<Instalment> instalments) {

  /// A schedule after a payment, and which instalments got how much of it.
  record Paid(Schedule schedule, List<Payment.Allocation> allocations) {}

  public Schedule {
    instalments = List.copyOf(instalments);
  }

  Money outstanding() {
    return instalments.stream().map(Instalment::open).reduce(Money::plus).orElseThrow();
  }

  /// Fills the oldest instalments first.
  Paid pay(Money amount) {
    List<Payment.Allocation> allocations = new ArrayList<>();
    List<Instalment> after = new ArrayList<>(instalments.size());
    Money rest = amount;
    for (Instalment part : instalments) {
      Money share = rest.exceeds(part.open()) ? part.open() : rest;
      if (share.amount() > 0) {
        allocations.add(new Payment.Allocation(part.number(), share));
      }
      after.add(part.withPaid(share));
      rest = rest.minus(share);
    }
    return new Paid(new Schedule(after), allocations);
  }

  /// Those whose day is over and that nobody has called overdue yet.
  List<Instalment> lateOn(LocalDate businessDate) {
    return instalments.stream().filter(part -> part.becomesOverdue(businessDate)).toList();
  }

  Schedule overdueOn(LocalDate businessDate) {
    return new Schedule(
        instalments.stream()
            .map(part -> part.becomesOverdue(businessDate) ? part.overdueOn(businessDate) : part)
            .toList());
  }

  DebtStatus status() {
    List<InstalmentStatus> states = instalments.stream().map(Instalment::status).toList();
    if (states.stream().allMatch(state -> state == InstalmentStatus.PAID)) {
      return DebtStatus.SETTLED;
    }
    return states.contains(InstalmentStatus.OVERDUE) ? DebtStatus.OVERDUE : DebtStatus.OPEN;
  }

  /// Day of the first unpaid instalment that nobody has called overdue yet; null when there is
  /// none.
  @Nullable String dayToWatch() {
    return instalments.stream()
        .filter(part -> part.owed() && part.overdueSince() == null)
        .map(Instalment::dueOn)
        .findFirst()
        .orElse(null);
  }
}
