package io.emporium.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.events.payment.PaymentInitiated;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestTokens;
import io.emporium.payment.payment.Payment;
import io.emporium.payment.payment.ProviderStatement;
import io.emporium.payment.payment.StatementAnswer;
import io.emporium.payment.payment.StatementLine;
import io.emporium.payment.payment.StatementPeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class ReconciliationIT implements WithProviders {

  private static final String PATH = "/api/payments/reconciliation";

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;
  @Autowired private List<ProviderStatement> statements;
  @Autowired private AggregateStore<Payment> payments;

  @Test
  void theProvidersListNamesEveryChargeAndRefund() {
    for (String provider : List.of("stripe", "paypal")) {
      String order = paid(provider);
      refund(order, 500);

      List<StatementLine> lines = linesOf(provider, "pay-" + order);

      assertThat(lines)
          .extracting(line -> line.kind() + " " + line.amount().amount())
          .containsExactlyInAnyOrder("CHARGE 1999", "REFUND 500");
      Payment payment = payments.get(Scope.platform(), "pay-" + order);
      assertThat(lines)
          .extracting(StatementLine::reference)
          .contains(payment.providerReference(), payment.refunds().getFirst().reference());
    }
  }

  @Test
  void whatOnlyOneOfTheBooksHasIsShownToItsCompanyAndNeverMended() {
    String company = "books-" + Orders.id();
    String charged = opened(company);
    String believed = opened(company);
    String agreed = opened(company);
    Orders.payByCard(api, agreed, "pm_card_visa").expect(200);
    String intent = Providers.chargeByHand("pay-" + charged, 1999);
    Providers.notifyOfCharge(api, "pi_unheard_" + believed, "pay-" + believed, 1999);

    compare();

    assertThat(drifts(company, false))
        .containsExactlyInAnyOrder("missing_here pay-" + charged, "missing_there pay-" + believed);
    assertThat(status(charged)).isEqualTo("requested");
    assertThat(status(believed)).isEqualTo("succeeded");
    assertThat(drifts("rivals", false)).isEmpty();

    Providers.notifyOfCharge(api, intent, "pay-" + charged, 1999);
    compare();

    assertThat(drifts(company, false)).containsExactly("missing_there pay-" + believed);
    assertThat(drifts(company, true)).containsExactly("missing_here pay-" + charged);
  }

  private String opened(String company) {
    String order = Orders.id();
    broker.deliver(company, Orders.initiate(order));
    broker.awaitPublished(PaymentInitiated.class, e -> e.orderId().equals(order));
    return order;
  }

  private String status(String order) {
    return api.as(TestTokens.customer(Orders.CUSTOMER))
        .get("/api/payments/pay-" + order)
        .expect(200)
        .text("/status");
  }

  private void compare() {
    api.as(TestTokens.superAdmin())
        .post(PATH, Map.of("from", Instant.now().minus(Duration.ofHours(1)).toString()))
        .expect(200);
  }

  private List<String> drifts(String company, boolean resolved) {
    var items =
        api.as(TestTokens.companyAdmin(company))
            .get(PATH + "?size=100&resolved=" + resolved)
            .expect(200)
            .json()
            .path("items");
    List<String> found = new ArrayList<>();
    items.forEach(
        item -> found.add(item.path("kind").asString() + " " + item.path("paymentId").asString()));
    return found;
  }

  @Test
  void isForAdminsWithinThePlatformsReach() {
    var body = Map.of("from", Instant.now().minus(Duration.ofDays(32)).toString());
    var superAdmin = api.as(TestTokens.superAdmin());

    superAdmin.post(PATH, body).expectProblem(400, "invalid_request");
    superAdmin.post(PATH, Map.of()).expectProblem(400, "invalid_request");
    var compared =
        superAdmin
            .post(PATH, Map.of("from", Instant.now().minus(Duration.ofDays(1)).toString()))
            .expect(200);
    assertThat(compared.json().path("items")).hasSize(2);
    assertThat(compared.json().at("/items/0").has("failure")).isFalse();
    assertThat(compared.json().at("/items/0").has("lines")).isTrue();
    api.as(TestTokens.companyAdmin(Orders.COMPANY))
        .post(PATH, body)
        .expectProblem(403, "forbidden");
    var own = api.as(TestTokens.companyAdmin(Orders.COMPANY)).get(PATH).expect(200);
    assertThat(own.json().at("/comparisons/0").has("lines")).isFalse();
  }

  private String paid(String provider) {
    String order = Orders.ready(broker);
    if (provider.equals("stripe")) {
      Orders.payByCard(api, order, "pm_card_visa").expect(200);
    } else {
      var waiting = Orders.pay(api, order, "paypal", null).expect(200);
      Providers.post(waiting.text("/nextAction/url"), "");
      Orders.pay(api, order, "paypal", null).expect(200);
    }
    return order;
  }

  private void refund(String order, long amount) {
    api.as(TestTokens.companyAdmin(Orders.COMPANY))
        .post(
            "/api/payments/pay-" + order + "/refunds",
            Map.of("reason", "goodwill", "amount", Map.of("amount", amount, "currency", "USD")),
            "Idempotency-Key",
            order)
        .expect(201);
  }

  private List<StatementLine> linesOf(String provider, String paymentId) {
    ProviderStatement statement =
        statements.stream()
            .filter(one -> one.provider().wireName().equals(provider))
            .findFirst()
            .orElseThrow();
    StatementPeriod period =
        new StatementPeriod(
            Instant.now().minus(Duration.ofHours(1)), Instant.now().plus(Duration.ofMinutes(1)));
    List<StatementLine> lines = new ArrayList<>();
    String cursor = null;
    do {
      var page = (StatementAnswer.Page) statement.page(period, cursor);
      lines.addAll(page.lines());
      cursor = page.next();
    } while (cursor != null);
    return lines.stream().filter(line -> paymentId.equals(line.paymentId())).toList();
  }
}
