package io.emporium.debt.book;

import io.emporium.events.Money;
import io.emporium.events.debt.DebtOpened;
import io.emporium.events.debt.DebtOverdue;
import io.emporium.events.debt.DebtPaymentRecorded;
import io.emporium.events.debt.DebtSettled;
import io.emporium.events.notification.CriticalAlert;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.AggregateRoot;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.TenantOwned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// What a company owes a creditor.
@Document(Debt.COLLECTION)
@TypeAlias("debt")
@TenantOwned
public final class Debt extends AggregateRoot {

  public static final String COLLECTION = "debts";

  /// Stored field: day of the first unpaid instalment that nobody has called overdue yet.
  public static final String WATCHED_DAY = "watchedDay";

  /// A document has an end; the last payment may always settle the debt.
  static final int MAX_PAYMENTS = 1_000;

  private String creditor;
  private Money principal;
  private @Nullable String terms;
  private @Nullable String reference;
  private DebtStatus status;
  private Schedule schedule;
  private List<Payment> payments = List.of();
  private List<HistoryEntry> history = List.of();
  private @Nullable String watchedDay;
  private Instant createdAt;

  @PersistenceCreator
  @SuppressWarnings("NullAway.Init") // the store fills the fields
  private Debt() {}

  private Debt(String id, String companyId, Terms agreed, Instant now) {
    super(id, companyId);
    this.creditor = agreed.creditor();
    this.principal = agreed.principal();
    this.terms = agreed.text();
    this.reference = agreed.reference();
    this.schedule = agreed.schedule();
    this.watchedDay = schedule.dayToWatch();
    this.status = DebtStatus.OPEN;
    this.createdAt = now;
  }

  static Debt open(String id, String companyId, Terms agreed, Entered entered) {
    Debt debt = new Debt(id, companyId, agreed, entered.at());
    int count = debt.schedule.instalments().size();
    debt.note(entered, "opened", debt.principal + " in " + count + " instalments");
    debt.record(new DebtOpened(id, debt.creditor, debt.principal, count));
    return debt;
  }

  /// Oldest due first. Repeating a payment's id changes nothing.
  Outcome pay(Payment payment) {
    if (payment(payment.id()).isPresent()) {
      return Outcome.ALREADY;
    }
    requirePayable(payment.amount());
    Schedule.Paid paid = schedule.pay(payment.amount());
    schedule = paid.schedule();
    payments = new ArrayList<>(payments);
    payments.add(payment.allocated(paid.allocations()));
    Entered entered = new Entered(payment.at(), payment.by());
    note(entered, "payment_recorded", payment.amount() + " paid, " + outstanding() + " left");
    record(new DebtPaymentRecorded(id(), payment.id(), payment.amount(), outstanding()));
    watchedDay = schedule.dayToWatch();
    status = schedule.status();
    if (status == DebtStatus.SETTLED) {
      note(entered, "settled", "nothing is owed any longer");
      record(new DebtSettled(id()));
    }
    return Outcome.APPLIED;
  }

  /// Calls every instalment overdue whose day is over on `businessDate`, each once.
  public Outcome markOverdue(LocalDate businessDate, Entered entered) {
    List<Instalment> late = schedule.lateOn(businessDate);
    if (late.isEmpty()) {
      return Outcome.ALREADY;
    }
    schedule = schedule.overdueOn(businessDate);
    for (Instalment part : late) {
      note(entered, "overdue", "instalment " + part.number() + ": " + part.open() + " unpaid");
      record(new DebtOverdue(id(), part.number(), part.open(), part.dueDay()));
    }
    watchedDay = schedule.dayToWatch();
    status = schedule.status();
    send(alert(late));
    return Outcome.APPLIED;
  }

  public Money outstanding() {
    return schedule.outstanding();
  }

  public Optional<Payment> payment(String paymentId) {
    return payments.stream().filter(payment -> payment.id().equals(paymentId)).findFirst();
  }

  public String creditor() {
    return creditor;
  }

  public Money principal() {
    return principal;
  }

  public @Nullable String terms() {
    return terms;
  }

  public @Nullable String reference() {
    return reference;
  }

  public DebtStatus status() {
    return status;
  }

  public List<Instalment> schedule() {
    return schedule.instalments();
  }

  @Nullable String watchedDay() {
    return watchedDay;
  }

  public List<Payment> payments() {
    return List.copyOf(payments);
  }

  public List<HistoryEntry> history() {
    return List.copyOf(history);
  }

  public Instant createdAt() {
    return createdAt;
  }

  private void requirePayable(Money amount) {
    if (status == DebtStatus.SETTLED) {
      throw Refusal.conflict("debt_settled", "Nothing is owed any longer");
    }
    Money left = outstanding();
    if (!amount.currency().equals(left.currency())) {
      throw Refusal.rule("currency_mismatch", "The debt is in " + left.currency());
    }
    if (amount.exceeds(left)) {
      throw Refusal.rule("overpayment", "Only " + left + " is outstanding");
    }
    if (payments.size() >= MAX_PAYMENTS && !amount.equals(left)) {
      throw Refusal.conflict(
          "too_many_payments", "After " + MAX_PAYMENTS + " payments only the whole rest is taken");
    }
  }

  private CriticalAlert alert(List<Instalment> late) {
    Instalment first = late.getFirst();
    return new CriticalAlert(
        null,
        "debt_overdue",
        "Debt to " + creditor + " is overdue",
        "Instalment "
            + first.number()
            + " was due on "
            + first.dueOn()
            + ": "
            + first.open()
            + " unpaid, "
            + outstanding()
            + " outstanding in all.",
        Map.of(
            "debtId", id(),
            "creditor", creditor,
            "instalments", Integer.toString(late.size()),
            "outstanding", outstanding().toString()));
  }

  private void note(Entered entered, String event, String text) {
    history = new ArrayList<>(history);
    history.add(new HistoryEntry(entered.at(), event, entered.by(), text));
  }
}
