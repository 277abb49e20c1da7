package io.emporium.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.company.business.OpenMatters;
import io.emporium.events.Message;
import io.emporium.events.company.CompanyClosed;
import io.emporium.events.order.OrderCancelled;
import io.emporium.events.order.OrderCreated;
import io.emporium.events.order.OrderExpired;
import io.emporium.events.order.OrderRejected;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestTokens;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.beans.factory.annotation.Autowired;

/// What a company may not do any more, or not yet, because of its trade.
@ServiceTest
class BusinessIT {

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;
  @Autowired private OpenMatters matters;
  @Autowired private AmqpAdmin admin;

  private final String order = "o-" + UUID.randomUUID();
  private String company;

  @BeforeEach
  void register() {
    company =
        superAdmin().post("/api/companies", Map.of("name", "Traders")).expect(201).text("/id");
  }

  @Nested
  class Books {

    @Test
    void letCurrencyAndZoneBeChangedUntilThereIsMoney() {
      settings(Map.of("currency", "EUR", "timeZone", "Europe/Berlin"), 200);

      var settings = superAdmin().get(path("")).expect(200);
      assertThat(settings.text("/settings/currency")).isEqualTo("EUR");
      assertThat(settings.text("/settings/timeZone")).isEqualTo("Europe/Berlin");
    }

    @Test
    void fixThemWithTheFirstPriceThatBuyersSee() {
      tell("p-" + company, 3, Trade.published(company));

      awaitFixed();
      settings(Map.of("currency", "EUR"), 409, "currency_fixed");
      settings(Map.of("timeZone", "Europe/Berlin"), 409, "time_zone_fixed");
      settings(Map.of("currency", "USD", "timeZone", "UTC", "lowStockThreshold", 9), 200);
    }

    @Test
    void fixThemWithTheFirstOrderAndTheFirstDebt() {
      tell(order, 1, Trade.ordered(order));
      awaitFixed();
      String since = superAdmin().get(path("")).text("/fixedSince");

      tell("d-" + company, 1, Trade.owed("d-" + company));
      awaitOpen("1 open order and 1 open debt");
      assertThat(superAdmin().get(path("")).text("/fixedSince")).isEqualTo(since);
    }
  }

  @Nested
  class Closing {

    @Test
    void waitsForOrdersAndDebts() {
      tell(order, 1, Trade.ordered(order));
      tell("d-" + company, 1, Trade.owed("d-" + company));
      awaitOpen("1 open order and 1 open debt");

      tell(order, 7, Trade.completed(order));
      awaitOpen("0 open orders and 1 open debt");
      tell("d-" + company, 5, Trade.settled("d-" + company));
      awaitClosed();
      broker.awaitPublished(CompanyClosed.class, e -> e.company().companyId().equals(company));
    }

    @Test
    void doesNotWaitForOrdersThatDied() {
      tell(order + 0, 1, Trade.ordered(order + 0));
      tell(order + 1, 1, Trade.ordered(order + 1));
      tell(order + 2, 1, Trade.ordered(order + 2));
      awaitOpen("3 open orders and 0 open debts");

      tell(order + 0, 2, new OrderRejected(order + 0, "1", "c", "s", "no_stock"));
      tell(order + 1, 2, new OrderCancelled(order + 1, "2", "c", "s", "changed_mind"));
      tell(order + 2, 2, new OrderExpired(order + 2, "3", "c", "s"));
      awaitClosed();
    }

    @Test
    void takesNoNoticeOfRepetitionsAndOfNewsThatComeLate() {
      String late = order + "-late";
      tell(late, 9, Trade.completed(late));
      tell(late, 1, Trade.ordered(late));
      tell(order, 1, Trade.ordered(order));
      tell(order, 9, Trade.completed(order));
      tell(order, 1, Trade.ordered(order));
      tell(order, 9, Trade.completed(order));
      // The queue is drained when the last of it has had its effect.
      tell("d-" + company, 1, Trade.owed("d-" + company));

      awaitOpen("0 open orders and 1 open debt");
    }

    @Test
    void doesNotWaitForWhatIsAnothers() {
      String other =
          superAdmin().post("/api/companies", Map.of("name", "Others")).expect(201).text("/id");
      broker.deliver(TestBroker.envelope(order, other, 1, Trade.ordered(order)));
      await().until(() -> matters.of(other).orders() == 1);

      awaitClosed();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"type\":\"order.created\",\"id\":\"1\",\"data\":{}}"})
    void poisonIsParkedAndGoodTrafficGoesOn(String body) {
      var _ = admin.purgeQueue("company.parking");
      broker.deliverRaw(OrderCreated.class, body.getBytes(StandardCharsets.UTF_8), "poison");
      tell(order, 1, Trade.ordered(order));

      awaitOpen("1 open order and 0 open debts");
      await().until(() -> broker.depth("company.parking") == 1);
    }

    @Test
    void isForGood() {
      awaitClosed();

      superAdmin().post(path("/activate"), null).expectProblem(409, "company_closed");
      superAdmin()
          .post(path("/suspend"), Map.of("reason", "x"))
          .expectProblem(409, "company_closed");
      superAdmin().patch(path(""), Map.of("name", "X")).expectProblem(409, "company_closed");
      settings(Map.of("lowStockThreshold", 9), 409, "company_closed");
      superAdmin().post(path("/close"), null).expect(200);
      assertThat(superAdmin().get(path("")).text("/status")).isEqualTo("closed");
    }
  }

  private void tell(String subject, long version, Message message) {
    broker.deliver(TestBroker.envelope(subject, company, version, message));
  }

  private void awaitFixed() {
    await().untilAsserted(this::assertFixed);
  }

  private void assertFixed() {
    assertThat(superAdmin().get(path("")).json().path("fixedSince").isString()).isTrue();
  }

  // To try and see would be to close it, for good.
  private void awaitOpen(String inWords) {
    await().untilAsserted(() -> assertThat(matters.of(company).inWords()).isEqualTo(inWords));
    await()
        .untilAsserted(
            () ->
                assertThat(
                        superAdmin()
                            .post(path("/close"), null)
                            .expectProblem(409, "company_has_open_business")
                            .path("detail")
                            .asString())
                    .contains(inWords));
  }

  private void awaitClosed() {
    await().untilAsserted(() -> superAdmin().post(path("/close"), null).expect(200));
  }

  private void settings(Map<String, Object> patch, int status) {
    superAdmin().patch(path("/settings"), patch).expect(status);
  }

  private void settings(Map<String, Object> patch, int status, String code) {
    superAdmin().patch(path("/settings"), patch).expectProblem(status, code);
  }

  private String path(String rest) {
    return "/api/companies/" + company + rest;
  }

  private TestApi superAdmin() {
    return api.as(TestTokens.superAdmin());
  }
}
