package io.emporium.debt.book;

import io.emporium.events.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A part of a debt and the last day on which it can be paid in time. Days are kept as text, which
/// no time zone of a driver or a machine can move, and which sorts as they do.
///
/// @param number 1 for the first
/// @param overdueSince the business date that found it unpaid; null as long as none has
public record Instalment(
    int number, String dueOn, Money amount, Money paid, @Nullable String overdueSince) {

  static Instalment of(int number, LocalDate dueOn, Money amount) {
    return new Instalment(number, dueOn.toString(), amount, Money.zero(amount.currency()), null);
  }

  public LocalDate dueDay() {
    return LocalDate.parse(dueOn);
  }

  public Money open() {
    return amount.minus(paid);
  }

  public InstalmentStatus status() {
    if (!owed()) {
      return InstalmentStatus.PAID;
    }
    if (overdueSince != null) {
      return InstalmentStatus.OVERDUE;
    }
    return paid.amount() > 0 ? InstalmentStatus.PARTLY_PAID : InstalmentStatus.OPEN;
  }

  boolean owed() {
    return amount.exceeds(paid);
  }

  /// Whether its day is over on `businessDate`, and nobody has said so yet.
  boolean becomesOverdue(LocalDate businessDate) {
    return owed() && overdueSince == null && dueDay().isBefore(businessDate);
  }

  Instalment withPaid(Money more) {
    return new Instalment(number, dueOn, amount, paid.plus(more), overdueSince);
  }

  Instalment overdueOn(LocalDate businessDate) {
    return new Instalment(number, dueOn, amount, paid, businessDate.toString());
  }
}
