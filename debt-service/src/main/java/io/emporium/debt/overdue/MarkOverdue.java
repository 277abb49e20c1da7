package io.emporium.debt.overdue;

import io.emporium.debt.book.Debt;
import io.emporium.debt.book.Entered;
import io.emporium.debt.calendar.CompanyCalendar;
import io.emporium.kit.context.Cause;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.tenancy.Scope;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// Finds the instalments whose day is over. What a run does follows from the business date and the
/// state alone, so it may be repeated, run late, or run on two instances at once.
@Component
public class MarkOverdue {

  private static final int BATCH = 100;

  private final AggregateStore<Debt> debts;
  private final CompanyCalendar calendar;
  private final Clock clock;

  MarkOverdue(AggregateStore<Debt> debts, CompanyCalendar calendar, Clock clock) {
    this.debts = debts;
    this.calendar = calendar;
    this.clock = clock;
  }

  /// Each company by its own date of today.
  public OverdueRun today() {
    return upTo(furthestToday());
  }

  /// For days up to this one; never ahead of a company's own calendar.
  ///
  /// @throws Refusal rule, for a day that has not begun anywhere
  public OverdueRun upTo(LocalDate businessDate) {
    if (businessDate.isAfter(furthestToday())) {
      throw Refusal.rule("business_date_in_future", "Nothing is overdue on a day that is to come");
    }
    long marked = 0;
    PageQuery batch = PageQuery.first(BATCH).sortedBy("_id", true);
    String last = "";
    while (true) {
      List<Debt> due = debts.list(Scope.platform(), dueBefore(businessDate, last), batch);
      for (Debt debt : due) {
        marked += mark(debt, businessDate);
      }
      if (due.size() < BATCH) {
        return new OverdueRun(businessDate, marked);
      }
      last = due.getLast().id();
    }
  }

  private long mark(Debt due, LocalDate businessDate) {
    String company = Objects.requireNonNull(due.companyId());
    LocalDate today = LocalDate.ofInstant(clock.instant(), calendar.zoneOf(company));
    LocalDate date = today.isBefore(businessDate) ? today : businessDate;
    Entered entered = new Entered(clock.instant(), Cause.current().actor());
    Debt after =
        debts.change(Scope.company(company), due.id(), debt -> debt.markOverdue(date, entered));
    return after.version() > due.version() ? 1 : 0;
  }

  private static Document dueBefore(LocalDate businessDate, String lastId) {
    return new Document(Debt.WATCHED_DAY, new Document("$lt", businessDate.toString()))
        .append("_id", new Document("$gt", lastId));
  }

  // The date in the zone where days begin first.
  private LocalDate furthestToday() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(14));
  }
}
