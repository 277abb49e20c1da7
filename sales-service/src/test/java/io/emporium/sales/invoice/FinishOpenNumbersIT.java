package io.emporium.sales.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.sales.Crashes;
import io.emporium.sales.offer.Marketplace;
import io.emporium.sales.order.Order;
import io.emporium.sales.order.Orders;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

@ServiceTest
class FinishOpenNumbersIT {

  // An hour into the new year in Berlin, still the old one in Greenwich.
  private static final Instant NEW_YEAR = Instant.parse("2026-12-31T23:30:00Z");

  private final String company = "co-" + UUID.randomUUID();
  private final String shop = "sh-" + company;
  private final Scope scope = Scope.company(company);

  @Autowired private Marketplace marketplace;
  @Autowired private IssueInvoice issue;
  @Autowired private FinishOpenNumbers finish;
  @Autowired private FindGaps gaps;
  @Autowired private AggregateStore<NumberSeries> series;
  @Autowired private AggregateStore<Invoice> invoices;
  @Autowired private MongoOperations mongo;
  @Autowired private Crashes crashes;

  @BeforeEach
  void aCompanyWithAShop() {
    Sellers.learn(marketplace, company, shop);
  }

  @Test
  void anAbandonedNumberGetsItsInvoiceAndIsForgottenThen() {
    issued("first");
    String id = stored("abandoned");
    // The series is written; the invoice is not.
    crashes.afterBoundaries(2);
    assertThatThrownBy(() -> issue.handle(company, id, NEW_YEAR))
        .isInstanceOf(Crashes.ProcessDied.class);
    issued("later");
    FindGaps.Report holed = gaps.handle(company, InvoiceKind.INVOICE, 2027);
    assertThat(holed.gapless()).isFalse();
    assertThat(holed.missing()).containsExactly(2L);
    assertThat(holed.open()).isEqualTo(1);

    finish.finish(found(), NEW_YEAR.minusSeconds(1));
    assertThat(gaps.handle(company, InvoiceKind.INVOICE, 2027).gapless()).isFalse();
    finish.finish(found(), NEW_YEAR.plusSeconds(1));

    assertThat(gaps.handle(company, InvoiceKind.INVOICE, 2027).gapless()).isTrue();
    assertThat(invoices.get(scope, "inv-" + id).number()).isEqualTo("INV-2027-000002");
    assertThat(found().open()).isEmpty();
    // A late repetition finds the invoice, and no new number is taken.
    assertThat(issue.handle(company, id, NEW_YEAR).number()).isEqualTo("INV-2027-000002");
    assertThat(found().last(2027)).isEqualTo(3);
  }

  @Test
  void theYearIsThatOfTheCompanysZoneAndDatesFollowTheNumbers() {
    String early = stored("early");
    Instant longBefore = NEW_YEAR.minusSeconds(3_600);
    assertThat(issue.handle(company, early, longBefore).number()).isEqualTo("INV-2026-000001");
    issued("new");

    Invoice late = issue.handle(company, stored("late"), longBefore);

    assertThat(late.number()).isEqualTo("INV-2027-000002");
    assertThat(late.issuedAt()).isEqualTo(NEW_YEAR);
  }

  private void issued(String name) {
    String id = stored(name);
    assertThat(issue.handle(company, id, NEW_YEAR).orderId()).isEqualTo(id);
  }

  private NumberSeries found() {
    return series.get(scope, NumberSeries.idOf(company, InvoiceKind.INVOICE));
  }

  private String stored(String name) {
    Order order = Orders.confirmed(name + "-" + company, company, shop, NEW_YEAR);
    return mongo.insert(order).id();
  }
}
