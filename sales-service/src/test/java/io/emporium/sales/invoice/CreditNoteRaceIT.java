package io.emporium.sales.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emporium.events.Money;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.tenancy.Scope;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.sales.Crashes;
import io.emporium.sales.offer.Marketplace;
import io.emporium.sales.order.Orders;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

/// An order of two tax rates is given back in two parts, and both credit notes are written at once:
/// together they take back the invoice, each rate to the cent. Each part alone has half a cent of
/// either rate, which must not fall to the same one twice.
///
/// A credit note is two writes, its number and itself, so it has four boundaries.
@ServiceTest
class CreditNoteRaceIT {

  private static final Instant NOW = Instant.parse("2026-06-30T10:00:00Z");
  private static final long PART = 501;
  private static final long REST = 1_499;

  private final String company = "co-" + UUID.randomUUID();
  private final String shop = "sh-" + company;
  private final Scope scope = Scope.company(company);

  @Autowired private Marketplace marketplace;
  @Autowired private IssueInvoice issueInvoice;
  @Autowired private IssueCreditNote issueCreditNote;
  @Autowired private FinishOpenNumbers finish;
  @Autowired private FindGaps gaps;
  @Autowired private AggregateStore<NumberSeries> series;
  @Autowired private AggregateStore<Invoice> invoices;
  @Autowired private MongoOperations mongo;
  @Autowired private Crashes crashes;

  @BeforeEach
  void aCompanyThatHasWrittenACreditNote() {
    Sellers.learn(marketplace, company, shop);
    credit(invoiced("earlier"), "all", PART + REST);
  }

  @AfterEach
  void nobodyComesInBetween() {
    crashes.never();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void whoComesInBetweenAndWhoIsOvertakenShareTheRates(int boundary) {
    String order = invoiced("raced");
    crashes.atBoundary(boundary, () -> credit(order, "rest", REST));

    credit(order, "part", PART);

    requireCreditedInFull(order);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void whoDiesLeavesHisShareToNobodyElse(int boundary) {
    String order = invoiced("abandoned");
    crashes.afterBoundaries(boundary);
    assertThatThrownBy(() -> credit(order, "part", PART)).isInstanceOf(Crashes.ProcessDied.class);

    credit(order, "rest", REST);
    settle(InvoiceKind.CREDIT_NOTE);
    // The message comes again, too.
    credit(order, "part", PART);

    requireCreditedInFull(order);
  }

  private void requireCreditedInFull(String order) {
    Invoice original = invoices.get(scope, Occasion.invoiceIdOf(order));
    List<Invoice> notes =
        invoices.list(
            scope,
            new Document("orderId", order).append("kind", InvoiceKind.CREDIT_NOTE.name()),
            PageQuery.first(PageQuery.MAX_SIZE));
    assertThat(notes)
        .extracting(note -> note.total().amount())
        .containsExactlyInAnyOrder(PART, REST);
    Uncredited left = Uncredited.of(original.taxes(), notes.stream().map(Invoice::taxes).toList());
    assertThat(left.rates())
        .hasSize(2)
        .allSatisfy(
            rate -> {
              assertThat(rate.net()).isEqualTo(eur(0));
              assertThat(rate.tax()).isEqualTo(eur(0));
            });
    assertThat(gaps.handle(company, InvoiceKind.CREDIT_NOTE, 2026).gapless()).isTrue();
  }

  private void credit(String order, String part, long amount) {
    issueCreditNote.handle(
        company, new IssueCreditNote.Command(order, part + "-" + order, eur(amount), NOW));
  }

  /// An order whose invoice is written, and long settled.
  private String invoiced(String name) {
    String order = name + "-" + company;
    mongo.insert(Orders.ofTwoRates(order, company, shop, NOW));
    issueInvoice.handle(company, order, NOW);
    settle(InvoiceKind.INVOICE);
    return order;
  }

  private void settle(InvoiceKind kind) {
    finish.finish(series.get(scope, NumberSeries.idOf(company, kind)), NOW.plusSeconds(1));
  }

  private static Money eur(long amount) {
    return Money.of(amount, "EUR");
  }
}
