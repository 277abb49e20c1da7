package io.emporium.payment.reconciliation;

import io.emporium.events.Money;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.store.SharedStore;
import io.emporium.kit.tenancy.Scope;
import io.emporium.kit.web.Turns;
import io.emporium.payment.payment.Payment;
import io.emporium.payment.payment.ProviderStatement;
import io.emporium.payment.payment.StatementAnswer;
import io.emporium.payment.payment.StatementLine;
import io.emporium.payment.payment.StatementPeriod;
import io.emporium.payment.payment.Timing;
import io.emporium.payment.reconciliation.Drift.Kind;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Lays a provider's list of a period beside our transactions and writes down what differs. It
/// reads, and it reports: money is moved by people.
@Component
public class CompareBooks {

  private final List<ProviderStatement> statements;
  private final AggregateStore<Payment> payments;
  private final SharedStore<Comparison> comparisons;
  private final Drifts drifts;
  private final Timing timing;

  CompareBooks(
      List<ProviderStatement> statements,
      AggregateStore<Payment> payments,
      SharedStore<Comparison> comparisons,
      Drifts drifts,
      Timing timing) {
    this.statements = statements;
    this.payments = payments;
    this.comparisons = comparisons;
    this.drifts = drifts;
    this.timing = timing;
  }

  /// @param from compares what moved since then, up to what each provider lists for certain
  public void handle(Instant from) {
    statements.forEach(statement -> compare(statement, from));
  }

  private void compare(ProviderStatement statement, Instant from) {
    Instant start = timing.now();
    // What is younger may not be in the list yet, or not be known here yet.
    Instant to = start.minus(statement.lag());
    BookRun run = new BookRun(statement.provider(), from, to, start);
    String why = readTheirs(statement, run);
    if (why == null) {
      readOurs(run);
      drifts.resolveUnseen(run.provider, from, to, start);
    }
    Comparison done =
        new Comparison(
            run.provider.wireName(),
            run.provider,
            from,
            to,
            start,
            timing.now(),
            run.lines,
            run.found,
            why);
    var unused = comparisons.replaceIfNewer(done, start.toEpochMilli());
  }

  /// @return why it could not be read to the end; null when it was
  private @Nullable String readTheirs(ProviderStatement statement, BookRun run) {
    // To the present: what was begun before `to` may have been done after it.
    StatementPeriod period = new StatementPeriod(run.from, run.start.plusSeconds(1));
    String cursor = null;
    do {
      String after = cursor;
      switch (Turns.aside(() -> statement.page(period, after))) {
        case StatementAnswer.NoAnswer(var why) -> {
          return why;
        }
        case StatementAnswer.Page(var lines, var next) -> {
          take(lines, run);
          cursor = next;
        }
      }
    } while (cursor != null);
    return null;
  }

  private void take(List<StatementLine> lines, BookRun run) {
    Map<String, Payment> known = paymentsOf(lines);
    for (StatementLine line : lines) {
      run.lines++;
      run.theirs.add(line.reference());
      if (line.at().isBefore(run.to)) {
        check(line, line.paymentId() == null ? null : known.get(line.paymentId()), run);
      }
    }
  }

  private Map<String, Payment> paymentsOf(List<StatementLine> lines) {
    Set<String> ids = new HashSet<>();
    for (StatementLine line : lines) {
      if (line.paymentId() != null) {
        ids.add(line.paymentId());
      }
    }
    Map<String, Payment> found = new HashMap<>();
    payments
        .list(
            Scope.platform(),
            new Document("_id", new Document("$in", List.copyOf(ids))),
            PageQuery.first(PageQuery.MAX_SIZE))
        .forEach(payment -> found.put(payment.id(), payment));
    return found;
  }

  private void check(StatementLine line, @Nullable Payment payment, BookRun run) {
    Optional<Money> ours =
        payment == null
            ? Optional.empty()
            : OwnMovement.of(payment).stream()
                .filter(own -> own.what() == line.kind())
                .filter(own -> own.reference().equals(line.reference()))
                .map(OwnMovement::amount)
                .findFirst();
    if (ours.isPresent() && ours.get().equals(line.amount())) {
      return;
    }
    Kind kind = ours.isPresent() ? Kind.AMOUNT_DIFFERS : Kind.MISSING_HERE;
    run.found++;
    drifts.found(
        new Drift(
            Drift.idOf(run.provider, line.reference()),
            payment == null ? null : payment.companyId(),
            run.provider,
            line.kind(),
            kind,
            line.paymentId(),
            payment == null ? null : payment.orderId(),
            line.reference(),
            ours.orElse(null),
            line.amount(),
            line.at(),
            run.start,
            run.start,
            Drift.State.OPEN));
  }

  private void readOurs(BookRun run) {
    Document moved =
        new Document("provider", run.provider.name())
            .append("moneyMovedAt", new Document("$gte", run.from));
    PageQuery query = PageQuery.first(PageQuery.MAX_SIZE).sortedBy("moneyMovedAt", true);
    List<Payment> page;
    do {
      page = payments.list(Scope.platform(), moved, query);
      page.forEach(payment -> check(payment, run));
      query = new PageQuery(query.page() + 1, query.size(), query.sort());
    } while (page.size() == query.size());
  }

  private void check(Payment payment, BookRun run) {
    for (OwnMovement own : OwnMovement.of(payment)) {
      boolean covered = !own.begunAt().isBefore(run.from) && own.at().isBefore(run.to);
      if (covered && !run.theirs.contains(own.reference())) {
        run.found++;
        drifts.found(
            new Drift(
                Drift.idOf(run.provider, own.reference()),
                payment.companyId(),
                run.provider,
                own.what(),
                Kind.MISSING_THERE,
                payment.id(),
                payment.orderId(),
                own.reference(),
                own.amount(),
                null,
                own.at(),
                run.start,
                run.start,
                Drift.State.OPEN));
      }
    }
  }
}
