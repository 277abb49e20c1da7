package io.emporium.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.emporium.events.Money;
import io.emporium.events.order.CreditNoteIssued;
import io.emporium.events.order.InvoiceIssued;
import io.emporium.events.order.OrderConfirmed;
import io.emporium.events.payment.PaymentRefunded;
import io.emporium.events.payment.RefundPayment;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestTokens;
import io.emporium.sales.invoice.IssueInvoice;
import io.emporium.sales.order.Order;
import io.emporium.sales.order.Orders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

@ServiceTest
class InvoiceIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;
  @Autowired private Crashes crashes;
  @Autowired private Replicas replicas;
  @Autowired private IssueInvoice issue;
  @Autowired private MongoOperations mongo;

  @Test
  void aConfirmedOrderIsInvoicedOnce() {
    Story story = story();
    String order = story.confirmed();

    var issued = broker.awaitPublished(InvoiceIssued.class, e -> e.orderId().equals(order));
    assertThat(issued.data().number()).isEqualTo("INV-" + year() + "-000001");
    assertThat(issued.data().total()).isEqualTo(Money.of(1_999, "USD"));
    var confirmed =
        broker.awaitPublished(OrderConfirmed.class, e -> e.order().orderId().equals(order));
    broker.deliver(confirmed);
    story.reply(confirmed.data());
    story.confirmed();

    var invoice = story.buyer().get("/api/orders/" + order + "/invoice").expect(200);
    assertThat(invoice.text("/id")).isEqualTo("inv-" + order);
    assertThat(invoice.text("/seller/company")).isEqualTo("Acme");
    assertThat(invoice.text("/seller/shop")).isEqualTo("Tea House");
    assertThat(invoice.text("/taxes/0/basisPoints")).isEqualTo("1900");
    assertThat(invoice.text("/tax/amount")).isEqualTo("319");
    await()
        .untilAsserted(
            () ->
                assertThat(story.admin().get("/api/invoices").text("/totalItems")).isEqualTo("2"));
    assertGapless(story, 2);
    var pdf = story.buyer().get("/api/invoices/inv-" + order + "/pdf").expect(200);
    assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(pdf.response().body()).startsWith("%PDF-");
    assertThat(story.timeline(order)).contains("\"invoice\"", "INV-" + year());
  }

  @Test
  void namesTheSellerAsItWasOnTheDayOfIssue() {
    Story story = story();
    story.calledByLaw(2, "Acme Trading GmbH");
    await().until(() -> replicas.company(story).contains("Trading"));
    String order = story.confirmed();
    broker.awaitPublished(InvoiceIssued.class, e -> e.orderId().equals(order));
    story.calledByLaw(3, "Acme Holding SE");
    await().until(() -> replicas.company(story).contains("Holding"));
    story.reply(refunded(order, "by-hand-" + order, 500));
    var credited = broker.awaitPublished(CreditNoteIssued.class, e -> e.orderId().equals(order));

    var invoice = story.buyer().get("/api/orders/" + order + "/invoice").expect(200);
    assertThat(invoice.text("/seller/legal/name")).isEqualTo("Acme Trading GmbH");
    assertThat(invoice.text("/seller/legal/taxId")).isEqualTo("DE123456789");
    var note = story.admin().get("/api/invoices/" + credited.data().creditNoteId()).expect(200);
    assertThat(note.text("/seller/legal/name")).isEqualTo("Acme Holding SE");
  }

  @Test
  void isShownToItsCustomerAndItsCompanyOnly() {
    Story story = story();
    String order = story.confirmed();
    broker.awaitPublished(InvoiceIssued.class, e -> e.orderId().equals(order));
    String path = "/api/invoices/inv-" + order;

    story.buyer().get(path).expect(200);
    api.as(TestTokens.shopStaff(story.company, story.shop)).get(path).expect(200);
    for (String stranger :
        List.of(
            TestTokens.customer("somebody"),
            TestTokens.companyAdmin("other"),
            TestTokens.manager(story.company, "another-shop"))) {
      api.as(stranger).get(path).expectProblem(404, "invoice_not_found");
      api.as(stranger).get(path + "/pdf").expectProblem(404, "invoice_not_found");
      api.as(stranger)
          .get("/api/orders/" + order + "/invoice")
          .expectProblem(404, "invoice_not_found");
      assertThat(api.as(stranger).get("/api/invoices").text("/totalItems")).isEqualTo("0");
    }
    story.buyer().get("/api/invoices/gaps?year=2026").expectProblem(403, "forbidden");
    story.admin().get("/api/invoices/gaps?year=1").expectProblem(400, "invalid_request");
    story
        .admin()
        .get("/api/invoices/gaps?year=2026&sort=kind")
        .expectProblem(400, "invalid_request");
    story.admin().get("/api/invoices?kind=bill").expectProblem(400, "invalid_request");
    api.as(TestTokens.superAdmin())
        .get("/api/invoices/gaps?year=2026")
        .expectProblem(400, "invalid_request");
  }

  @Test
  void aCancelledSaleAndARefundByHandAreCredited() {
    Story story = story();
    String cancelled = story.confirmed();
    story.buyer().post("/api/orders/" + cancelled + "/cancel", null).expect(200);
    broker.awaitPublished(RefundPayment.class, e -> e.orderId().equals(cancelled));
    story.reply(refunded(cancelled, "refund-" + cancelled, 1_999));
    story.reply(refunded(cancelled, "refund-" + cancelled, 1_999));
    var full = broker.awaitPublished(CreditNoteIssued.class, e -> e.orderId().equals(cancelled));
    assertThat(full.data().number()).isEqualTo("INV-CN-" + year() + "-000001");
    assertThat(full.data().total()).isEqualTo(Money.of(1_999, "USD"));
    assertThat(full.data().tax()).isEqualTo(Money.of(319, "USD"));

    String kept = story.confirmed();
    story.reply(refunded(kept, "by-hand-" + kept, 500));
    var part = broker.awaitPublished(CreditNoteIssued.class, e -> e.orderId().equals(kept));
    assertThat(part.data().total()).isEqualTo(Money.of(500, "USD"));
    assertThat(part.data().tax()).isEqualTo(Money.of(80, "USD"));
    var note = story.admin().get("/api/invoices/" + part.data().creditNoteId()).expect(200);
    assertThat(note.text("/corrects/invoiceId")).isEqualTo("inv-" + kept);
    assertThat(story.admin().get("/api/invoices?kind=credit_note").text("/totalItems"))
        .isEqualTo("2");
  }

  @Test
  void moneyForWhatWasNeverSoldIsNoMatterOfInvoicesAndEarlyNewsWaits() {
    Story story = story();
    String dead = story.payable();
    story.buyer().post("/api/orders/" + dead + "/cancel", null).expect(200);
    story.reply(story.paid(dead));
    broker.awaitPublished(RefundPayment.class, e -> e.orderId().equals(dead));
    story.reply(refunded(dead, "refund-" + dead, 1_999));
    String early = story.payable();
    int waiting = broker.depth("sales.retry.5s");
    // Heard before the order is confirmed: waits five seconds in the retry queue.
    story.reply(refunded(early, "early-" + early, 100));
    await().until(() -> broker.depth("sales.retry.5s") > waiting);
    story.reply(story.paid(early));
    story.awaitStatus(early, "confirmed");

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(broker.published(CreditNoteIssued.class, e -> e.orderId().equals(early)))
                    .hasSize(1));
    story.awaitEvent(dead, "refund_done");
    assertThat(broker.published(CreditNoteIssued.class, e -> e.orderId().equals(dead))).isEmpty();
    story.buyer().get("/api/orders/" + dead + "/invoice").expectProblem(404, "invoice_not_found");
  }

  @Test
  void aWriterMayDieAtEveryBoundaryAndLeavesNoGap() {
    Story story = story();
    story.placed();
    int survived = 0;
    for (int boundary = 1; survived == 0; boundary++) {
      String id = stored(story, "crash-" + boundary);
      crashes.afterBoundaries(boundary);
      try {
        var unused = issue.handle(story.company, id, Instant.now());
        survived = boundary;
      } catch (Crashes.ProcessDied e) {
        // Somebody else asks for the next number before the dead one's message comes again.
        String other = stored(story, "other-" + boundary);
        var unused = issue.handle(story.company, other, Instant.now());
        var again = issue.handle(story.company, id, Instant.now());
        assertThat(again.orderId()).isEqualTo(id);
      } finally {
        crashes.never();
      }
    }
    // The series begun, a number taken, the invoice written: before and after each.
    assertThat(survived).isGreaterThanOrEqualTo(5);
    assertGapless(story, Long.parseLong(gaps(story).at("/items/0/last").asString()));
  }

  @Test
  void fiftyWritersAtOnceSomeOfThemTwiceAndSomeDyingLeaveNoGap() throws Exception {
    Story story = story();
    story.placed();
    Random random = new Random(7);
    List<Callable<Long>> writers = new ArrayList<>();
    for (int n = 0; n < 50; n++) {
      String id = stored(story, "many-" + n);
      int dies = random.nextInt(5);
      for (int repeat = 0; repeat < 2; repeat++) {
        int after = repeat == 0 ? dies : 0;
        writers.add(() -> insist(story, id, after));
      }
    }
    Collections.shuffle(writers, random);

    List<Long> numbers = new ArrayList<>();
    try (var together = Executors.newFixedThreadPool(50)) {
      for (Future<Long> each : together.invokeAll(writers)) {
        numbers.add(each.get());
      }
    }

    assertThat(numbers).hasSize(100);
    assertThat(numbers.stream().distinct()).hasSize(50);
    assertThat(numbers).allSatisfy(number -> assertThat(number).isBetween(1L, 50L));
    assertGapless(story, 50);
  }

  @Test
  void poisonIsParked() {
    int parked = broker.depth("sales.parking");

    // Heard by the saga's queue, that of returns and that of invoices.
    broker.deliverRaw(
        PaymentRefunded.class, "{broken".getBytes(StandardCharsets.UTF_8), "poison-i");

    await().untilAsserted(() -> assertThat(broker.depth("sales.parking")).isEqualTo(parked + 3));
  }

  @Test
  void aConsumerThatDiesWritesTheInvoiceWhenTheNewsComesAgain() {
    Story story = story();
    crashes.inHandlerOf(OrderConfirmed.class, "store.after-write");
    String order = story.confirmed();

    broker.awaitPublished(InvoiceIssued.class, e -> e.orderId().equals(order));

    assertThat(crashes.happened()).isTrue();
    assertGapless(story, 1);
    assertThatThrownBy(() -> issue.handle(story.company, "unknown", Instant.now()))
        .hasMessageContaining("unknown");
  }

  private long insist(Story story, String id, int diesAfter) {
    if (diesAfter > 0) {
      crashes.afterBoundaries(diesAfter);
    }
    while (true) {
      try {
        return issue.handle(story.company, id, Instant.now()).count();
      } catch (Crashes.ProcessDied e) {
        crashes.never();
      } finally {
        crashes.never();
      }
    }
  }

  private String stored(Story story, String name) {
    Order order =
        Orders.confirmed(name + "-" + story.company, story.company, story.shop, Instant.now());
    // Without its messages, so that nobody but the test asks for its invoice.
    return mongo.insert(order).id();
  }

  private void assertGapless(Story story, long last) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              var report = gaps(story);
              assertThat(report.at("/items/0/kind").asString()).isEqualTo("invoice");
              assertThat(report.at("/items/0/gapless").asBoolean()).as(report.toString()).isTrue();
              assertThat(report.at("/items/0/last").asLong()).isEqualTo(last);
              assertThat(report.at("/items/0/issued").asLong()).isEqualTo(last);
            });
  }

  private static tools.jackson.databind.JsonNode gaps(Story story) {
    return story.admin().get("/api/invoices/gaps?year=" + year()).expect(200).json();
  }

  private static int year() {
    return Year.now(ZoneOffset.UTC).getValue();
  }

  private static PaymentRefunded refunded(String order, String refundId, long amount) {
    return new PaymentRefunded("pay-" + order, order, refundId, Money.of(amount, "USD"));
  }

  private Story story() {
    return new Story(api, broker).told();
  }
}
