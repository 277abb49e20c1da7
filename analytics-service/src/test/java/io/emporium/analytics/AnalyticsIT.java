package io.emporium.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.events.Money;
import io.emporium.events.analytics.SoldLine;
import io.emporium.events.analytics.TrackSale;
import io.emporium.events.company.CompanyCreated;
import io.emporium.events.company.CompanySnapshot;
import io.emporium.events.inventory.StockChanged;
import io.emporium.events.inventory.StockLow;
import io.emporium.events.order.OrderCancelled;
import io.emporium.events.order.OrderCreated;
import io.emporium.events.order.OrderRejected;
import io.emporium.events.order.OrderSnapshot;
import io.emporium.events.payment.PaymentCaptured;
import io.emporium.events.payment.PaymentRefunded;
import io.emporium.events.websocket.Broadcast;
import io.emporium.kit.testing.SampleCompany;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestTokens;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServiceTest
class AnalyticsIT {

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;

  private final String company = UUID.randomUUID().toString();
  private final String shop = UUID.randomUUID().toString();

  @Nested
  class Sales {

    @Test
    void countWhenConfirmedAndAreShownLive() {
      String order = place();
      sell(order, 2, Money.of(2000, "USD"), Money.of(380, "USD"));

      await().until(() -> dashboard().at("/orders/confirmed").asLong() == 1);
      JsonNode seen = dashboard();
      assertThat(seen.at("/period").asString()).isEqualTo("day");
      assertThat(seen.at("/orders/placed").asLong()).isEqualTo(1);
      assertThat(seen.at("/revenue/0/amount").asLong()).isEqualTo(2000);
      assertThat(seen.at("/revenue/0/currency").asString()).isEqualTo("USD");
      assertThat(seen.at("/tax/0/amount").asLong()).isEqualTo(380);
      assertThat(seen.at("/averageOrder/0/amount").asLong()).isEqualTo(2000);
      assertThat(seen.at("/conversionBasisPoints").asLong()).isEqualTo(10_000);
      assertThat(seen.at("/topProducts/0/productId").asString()).isEqualTo("p1");
      assertThat(seen.at("/topProducts/0/quantity").asLong()).isEqualTo(2);
      assertThat(seen.at("/topProducts/0/net/amount").asLong()).isEqualTo(2000);
      assertThat(seen.at("/previous/orders/confirmed").asLong()).isZero();
      var shown =
          broker.awaitPublished(Broadcast.class, e -> order.equals(e.payload().get("orderId")));
      assertThat(shown.companyid()).isEqualTo(company);
      assertThat(shown.data().topic()).isEqualTo("analytics");
      assertThat(shown.data().kind()).isEqualTo("sale");
    }

    @Test
    void countOnceHoweverOftenTheyAreTold() {
      String order = UUID.randomUUID().toString();
      var sale = broker.deliver(company, sale(order, 1, Money.of(500, "USD"), usd(0)));
      broker.deliver(sale);
      // The saga asks again with a message of its own.
      broker.deliver(company, sale(order, 1, Money.of(500, "USD"), usd(0)));
      String last = sell(UUID.randomUUID().toString(), 1, Money.of(1, "EUR"), Money.of(0, "EUR"));
      broker.awaitPublished(Broadcast.class, e -> last.equals(e.payload().get("orderId")));

      await().until(() -> dashboard().at("/orders/confirmed").asLong() == 2);
      assertThat(dashboard().at("/revenue/1/amount").asLong()).isEqualTo(500);
      assertThat(dashboard().at("/revenue/0/currency").asString()).isEqualTo("EUR");
      assertThat(broker.published(Broadcast.class, e -> order.equals(e.payload().get("orderId"))))
          .hasSize(1);
    }

    @Test
    void loseWhatIsRefundedAlsoWhenTheRefundIsHeardOfFirst() {
      String order = UUID.randomUUID().toString();
      var refund = broker.deliver(company, new PaymentRefunded("pay", order, "r1", usd(1190)));
      broker.deliver(refund);
      sell(order, 1, usd(1000), usd(190));
      sell(UUID.randomUUID().toString(), 1, usd(300), usd(0));

      await().until(() -> dashboard().at("/orders/confirmed").asLong() == 2);
      assertThat(dashboard().at("/revenue/0/amount").asLong()).isEqualTo(300);
      assertThat(dashboard().at("/tax/0/amount").asLong()).isZero();
      assertThat(dashboard().at("/averageOrder/0/amount").asLong()).isEqualTo(300);
    }

    @Test
    void countWhatWasTakenOfReservedMoneyAlsoWhenThatIsHeardOfFirst() {
      String order = UUID.randomUUID().toString();
      var captured = broker.deliver(company, new PaymentCaptured("pay", order, usd(595)));
      broker.deliver(captured);
      broker.deliver(company, new PaymentRefunded("pay", order, "r1", usd(119)));
      sell(order, 1, usd(1000), usd(190));

      await()
          .untilAsserted(
              () -> assertThat(dashboard().at("/revenue/0/amount").asLong()).isEqualTo(400));
      assertThat(dashboard().at("/tax/0/amount").asLong()).isEqualTo(76);
    }

    @Test
    void ordersThatEndOtherwiseAreCountedApart() {
      String cancelled = place();
      var event =
          broker.deliver(company, new OrderCancelled(cancelled, "ORD-1", "c1", shop, "changed"));
      broker.deliver(event);
      broker.deliver(
          company, new OrderRejected(place(), "ORD-2", "c1", shop, "insufficient_stock"));

      await()
          .until(
              () ->
                  dashboard().at("/orders/cancelled").asLong() == 1
                      && dashboard().at("/orders/rejected").asLong() == 1
                      && dashboard().at("/orders/placed").asLong() == 2);
      assertThat(dashboard().at("/revenue").isEmpty()).isTrue();
      assertThat(dashboard().at("/conversionBasisPoints").asLong()).isZero();
    }

    @Test
    void fallOnTheDayOfTheCompanysZone() {
      ZoneId auckland = ZoneId.of("Pacific/Auckland");
      broker.deliver(
          TestBroker.envelope(company, company, 1, new CompanyCreated(companyIn(auckland))));
      LocalDate today = Instant.now().atZone(auckland).toLocalDate();
      String lateYesterday = UUID.randomUUID().toString();
      broker.deliver(
          company,
          new TrackSale(
              lateYesterday,
              shop,
              "c1",
              List.of(),
              usd(700),
              usd(0),
              usd(700),
              today.atStartOfDay(auckland).toInstant().minusSeconds(1)));

      await()
          .until(
              () ->
                  series("?from=" + today.minusDays(2) + "&to=" + today)
                          .at("/points/1/orders")
                          .asLong()
                      == 1);
      JsonNode seen = series("?from=" + today.minusDays(2) + "&to=" + today);
      assertThat(seen.at("/timeZone").asString()).isEqualTo("Pacific/Auckland");
      assertThat(seen.at("/points").size()).isEqualTo(3);
      assertThat(seen.at("/points/1/revenue/0/amount").asLong()).isEqualTo(700);
      assertThat(seen.at("/points/2/orders").asLong()).isZero();
    }

    @Test
    void formASeriesByTheHour() {
      sell(UUID.randomUUID().toString(), 1, usd(100), usd(0));
      LocalDate today = LocalDate.now(ZoneOffset.UTC);

      await().until(() -> dashboard().at("/orders/confirmed").asLong() == 1);
      JsonNode seen = series("?interval=hour&from=" + today.minusDays(1) + "&to=" + today);
      assertThat(seen.at("/points").size()).isEqualTo(48);
      long orders = 0;
      for (JsonNode point : seen.at("/points")) {
        orders += point.path("orders").asLong();
      }
      assertThat(orders).isEqualTo(1);
    }
  }

  @Nested
  class Scope {

    @Test
    void isTheCompanyOrTheOwnShops() {
      sell(UUID.randomUUID().toString(), 1, usd(100), usd(0));
      await().until(() -> dashboard().at("/orders/confirmed").asLong() == 1);

      assertThat(confirmed(TestTokens.manager(company, shop), "")).isEqualTo(1);
      assertThat(confirmed(TestTokens.manager(company, "another-shop"), "")).isZero();
      assertThat(confirmed(TestTokens.manager(company, "another-shop"), "?shop=" + shop)).isZero();
      assertThat(confirmed(TestTokens.manager("somebody-else", shop), "")).isZero();
      assertThat(confirmed(TestTokens.companyAdmin("somebody-else"), "?company=" + company))
          .isZero();
      assertThat(confirmed(TestTokens.companyAdmin(company), "?shop=" + shop)).isEqualTo(1);
      assertThat(confirmed(TestTokens.companyAdmin(company), "?shop=another")).isZero();
      assertThat(confirmed(TestTokens.superAdmin(), "?company=" + company)).isEqualTo(1);
      assertThat(confirmed(TestTokens.superAdmin(), "")).isPositive();
      api.get("/api/analytics/dashboard").expectProblem(401, "unauthenticated");
      api.as(TestTokens.customer("c1")).get("/api/analytics/sales").expectProblem(403, "forbidden");
    }

    @Test
    void wrongParametersAreNamed() {
      var admin = api.as(TestTokens.companyAdmin(company));
      assertThat(pointer(admin, "/dashboard?period=year")).isEqualTo("period");
      assertThat(pointer(admin, "/sales?from=tomorrow")).isEqualTo("from");
      assertThat(pointer(admin, "/sales?from=2026-02-01&to=2026-01-01")).isEqualTo("from");
      assertThat(pointer(admin, "/sales?from=2020-02-01&to=2026-01-01")).isEqualTo("from");
      assertThat(pointer(admin, "/sales?interval=minute")).isEqualTo("interval");
      assertThat(pointer(admin, "/dashboard?shop=" + "x".repeat(101))).isEqualTo("shop");
    }
  }

  @Nested
  class Stock {

    @Test
    void isListedWhileItIsLow() {
      String item = UUID.randomUUID().toString();
      broker.deliver(TestBroker.envelope(item, company, 5, new StockLow("TEA", item, 3, 5)));
      await().until(() -> dashboard().at("/lowStock").size() == 1);
      assertThat(dashboard().at("/lowStock/0/sku").asString()).isEqualTo("TEA");
      assertThat(dashboard().at("/lowStock/0/available").asLong()).isEqualTo(3);
      assertThat(dashboard().at("/lowStock/0/threshold").asLong()).isEqualTo(5);

      broker.deliver(TestBroker.envelope(item, company, 6, changed(item, 2)));
      await().until(() -> dashboard().at("/lowStock/0/available").asLong() == 2);

      broker.deliver(TestBroker.envelope(item, company, 7, changed(item, 20)));
      await().until(() -> dashboard().at("/lowStock").isEmpty());
    }

    @Test
    void showsTheNewestFigureInWhateverOrderTheNewsArrives() {
      String refilled = UUID.randomUUID().toString();
      String low = UUID.randomUUID().toString();
      broker.deliver(TestBroker.envelope(refilled, company, 9, changed(refilled, 50)));
      broker.deliver(TestBroker.envelope(low, company, 9, changed(low, 1)));
      var late = TestBroker.envelope(refilled, company, 8, new StockLow("TEA", refilled, 3, 5));
      broker.deliver(late);
      broker.deliver(late);
      broker.deliver(TestBroker.envelope(low, company, 8, new StockLow("TEA", low, 3, 5)));

      await().until(() -> dashboard().at("/lowStock").size() == 1);
      assertThat(dashboard().at("/lowStock/0/warehouseId").asString()).isEqualTo(low);
      assertThat(dashboard().at("/lowStock/0/available").asLong()).isEqualTo(1);
    }

    private static StockChanged changed(String warehouse, long available) {
      return new StockChanged("TEA", warehouse, available, 0, available, 1, "receipt", null, null);
    }
  }

  private String place() {
    String order = UUID.randomUUID().toString();
    broker.deliver(
        company,
        new OrderCreated(
            new OrderSnapshot(
                order,
                "ORD-1",
                "c1",
                null,
                shop,
                "placed",
                "delivery",
                List.of(),
                usd(2000),
                usd(380),
                usd(0),
                usd(2380),
                Instant.now())));
    return order;
  }

  private String sell(String order, int quantity, Money net, Money tax) {
    broker.deliver(company, sale(order, quantity, net, tax));
    return order;
  }

  private TrackSale sale(String order, int quantity, Money net, Money tax) {
    return new TrackSale(
        order,
        shop,
        "c1",
        List.of(new SoldLine("p1", "SKU-1", "Tea", quantity, net)),
        net,
        tax,
        net.plus(tax),
        Instant.now());
  }

  private static Money usd(long cents) {
    return Money.of(cents, "USD");
  }

  private CompanySnapshot companyIn(ZoneId zone) {
    return SampleCompany.of(company).in(zone).snapshot();
  }

  private JsonNode dashboard() {
    return api.as(TestTokens.companyAdmin(company))
        .get("/api/analytics/dashboard")
        .expect(200)
        .json();
  }

  private JsonNode series(String query) {
    return api.as(TestTokens.companyAdmin(company))
        .get("/api/analytics/sales" + query)
        .expect(200)
        .json();
  }

  private long confirmed(String token, String query) {
    return api.as(token)
        .get("/api/analytics/dashboard" + query)
        .expect(200)
        .json()
        .at("/orders/confirmed")
        .asLong();
  }

  private static String pointer(TestApi as, String path) {
    return as.get("/api/analytics" + path)
        .expectProblem(400, "invalid_request")
        .at("/errors/0/pointer")
        .asString();
  }
}
