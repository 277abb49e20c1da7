package io.emporium.payment.reconciliation.web;

import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.security.Role;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.store.RecordStore;
import io.emporium.kit.store.SharedStore;
import io.emporium.kit.web.Sortable;
import io.emporium.payment.payment.Timing;
import io.emporium.payment.reconciliation.CompareBooks;
import io.emporium.payment.reconciliation.Comparison;
import io.emporium.payment.reconciliation.Drift;
import jakarta.validation.Valid;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/payments/reconciliation")
class ReconciliationController {

  // As far back as PayPal tells in one go.
  private static final Duration LONGEST = Duration.ofDays(31);
  private static final int MOST_PROVIDERS = 10;

  private final CompareBooks compare;
  private final RecordStore<Drift> drifts;
  private final SharedStore<Comparison> comparisons;
  private final Timing timing;

  ReconciliationController(
      CompareBooks compare,
      RecordStore<Drift> drifts,
      SharedStore<Comparison> comparisons,
      Timing timing) {
    this.compare = compare;
    this.drifts = drifts;
    this.comparisons = comparisons;
    this.timing = timing;
  }

  @GetMapping
  ReconciliationResponse read(
      Caller caller,
      @RequestParam(defaultValue = "false") boolean resolved,
      @Sortable({"at", "foundAt"}) PageQuery page) {
    Drift.State state = resolved ? Drift.State.RESOLVED : Drift.State.OPEN;
    Page<DriftResponse> found =
        drifts
            .page(caller.companyScope(), new Document("state", state.name()), page)
            .map(DriftResponse::from);
    return ReconciliationResponse.of(found, latest(caller.role() == Role.SUPER_ADMIN));
  }

  /// Compares now, and answers when it is done, with one comparison per provider.
  @PostMapping
  Page<ComparisonResponse> reconcile(@Valid @RequestBody ReconcileRequest request) {
    Instant now = timing.now();
    Instant from = request.from();
    if (from.isAfter(now) || from.isBefore(now.minus(LONGEST))) {
      throw Refusal.invalid("/from", "must be within the last 31 days");
    }
    compare.handle(from);
    return Page.slice(latest(true), PageQuery.first(MOST_PROVIDERS));
  }

  // How much goes through the whole platform is not every company's business.
  private List<ComparisonResponse> latest(boolean withCounts) {
    return comparisons.list(new Document(), PageQuery.first(MOST_PROVIDERS)).stream()
        .map(comparison -> ComparisonResponse.from(comparison, withCounts))
        .toList();
  }
}
