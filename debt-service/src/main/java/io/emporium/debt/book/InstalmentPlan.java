package io.emporium.debt.book;

import io.emporium.events.Money;
import io.emporium.kit.problem.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Makes schedules whose instalments add up to the principal, to the last minor unit.
public final class InstalmentPlan {

  /// An instalment as somebody agreed on it.
  public record Agreed(LocalDate dueOn, Money amount) {}

  private InstalmentPlan() {}

  /// Equal instalments; what does not divide evenly is borne by the first ones, a minor unit each.
  /// Each day counts from the first, so a plan that begins on the 31st returns to the 31st after
  /// every shorter month.
  public static Schedule even(
      Money principal, int count, LocalDate firstDueOn, int intervalMonths) {
    long each = principal.amount() / count;
    long extra = principal.amount() % count;
    if (each == 0) {
      throw Refusal.rule(
          "too_many_instalments", "The principal has fewer minor units than there are instalments");
    }
    List<Instalment> instalments = new ArrayList<>(count);
    for (int n = 0; n < count; n++) {
      Money amount = new Money(n < extra ? each + 1 : each, principal.currency());
      LocalDate dueOn = firstDueOn.plusMonths((long) n * intervalMonths);
      instalments.add(Instalment.of(n + 1, dueOn, amount));
    }
    return new Schedule(instalments);
  }

  /// As agreed, when it adds up and its days follow each other.
  public static Schedule agreed(Money principal, List<Agreed> agreed) {
    Money sum = Money.zero(principal.currency());
    List<Instalment> instalments = new ArrayList<>(agreed.size());
    for (Agreed part : agreed) {
      int number = instalments.size() + 1;
      if (!part.amount().currency().equals(principal.currency())) {
        throw Refusal.rule(
            "currency_mismatch", "Instalment " + number + " is not in the currency of the debt");
      }
      if (number > 1 && !part.dueOn().isAfter(instalments.getLast().dueDay())) {
        throw Refusal.rule(
            "schedule_out_of_order", "Instalment " + number + " is not due after the one before");
      }
      sum = plus(sum, part.amount());
      instalments.add(Instalment.of(number, part.dueOn(), part.amount()));
    }
    if (!sum.equals(principal)) {
      throw Refusal.rule(
          "schedule_does_not_add_up", "The instalments add up to " + sum + ", not " + principal);
    }
    return new Schedule(instalments);
  }

  private static Money plus(Money sum, Money amount) {
    try {
      return sum.plus(amount);
    } catch (ArithmeticException e) {
      throw Refusal.rule("schedule_does_not_add_up", "The instalments are more than any amount");
    }
  }
}
