package io.emporium.sales.invoice;

import io.emporium.kit.context.Cause;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.tenancy.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Writes the invoices whose numbers were taken and whose writers died, even if the message that
/// caused them lies in parking; and lets the series forget numbers that are settled.
@Component
class FinishOpenNumbers {

  private static final Logger log = LoggerFactory.getLogger(FinishOpenNumbers.class);

  /// Younger ones are in somebody's hands.
  private static final Duration IN_HANDS = Duration.ofSeconds(30);

  private final AggregateStore<NumberSeries> series;
  private final Numbering numbering;
  private final IssueInvoice issueInvoice;
  private final IssueCreditNote issueCreditNote;
  private final Clock clock;

  FinishOpenNumbers(
      AggregateStore<NumberSeries> series,
      Numbering numbering,
      IssueInvoice issueInvoice,
      IssueCreditNote issueCreditNote,
      Clock clock) {
    this.series = series;
    this.numbering = numbering;
    this.issueInvoice = issueInvoice;
    this.issueCreditNote = issueCreditNote;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${emporium.sales.invoice-sweep-interval:PT30S}")
  void sweep() {
    series
        .list(
            Scope.platform(), new Document("unsettled", true), PageQuery.first(PageQuery.MAX_SIZE))
        .forEach(found -> finish(found, clock.instant().minus(IN_HANDS)));
  }

  /// @param before numbers taken later are left alone
  void finish(NumberSeries found, Instant before) {
    String companyId = Objects.requireNonNull(found.companyId(), "a series has a company");
    Scope.OfCompany company = new Scope.OfCompany(companyId);
    List<TakenNumber> old =
        found.open().stream().filter(each -> each.at().isBefore(before)).toList();
    Set<String> issued = numbering.issued(company, old);
    old.stream()
        .filter(each -> !issued.contains(each.occasion().invoiceId()))
        .forEach(each -> write(companyId, each.occasion()));
    if (!old.isEmpty()) {
      numbering.forget(company, found);
    }
  }

  private void write(String companyId, Occasion occasion) {
    ScopedValue.where(Cause.CURRENT, Cause.ofJob("invoice-" + occasion.orderId()))
        .run(
            () -> {
              try {
                if (occasion.refundId() == null || occasion.amount() == null) {
                  var _ = issueInvoice.handle(companyId, occasion.orderId(), occasion.at());
                } else {
                  issueCreditNote.handle(
                      companyId,
                      new IssueCreditNote.Command(
                          occasion.orderId(),
                          occasion.refundId(),
                          occasion.amount(),
                          occasion.at()));
                }
              } catch (RuntimeException e) {
                log.error("{} has a number and no document: {}", occasion, e.toString());
              }
            });
  }
}
