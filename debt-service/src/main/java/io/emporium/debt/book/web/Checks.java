package io.emporium.debt.book.web;

import io.emporium.events.Money;
import io.emporium.kit.problem.Refusal;
import java.time.LocalDate;

/// What no annotation says about a money or a day.
final class Checks {

  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2199;

  private Checks() {}

  static Money positive(String pointer, Money money) {
    if (money.amount() <= 0) {
      throw Refusal.invalid(pointer + "/amount", "must be greater than 0");
    }
    return money;
  }

  static LocalDate day(String pointer, LocalDate day) {
    if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
      throw Refusal.invalid(pointer, "must lie between " + FIRST_YEAR + " and " + LAST_YEAR);
    }
    return day;
  }
}
