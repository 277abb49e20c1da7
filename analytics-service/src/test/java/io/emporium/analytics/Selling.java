package io.emporium.analytics;

import io.emporium.events.Envelope;
import io.emporium.events.Message;
import io.emporium.events.Money;
import io.emporium.events.analytics.SoldLine;
import io.emporium.events.analytics.TrackSale;
import io.emporium.events.inventory.StockBack;
import io.emporium.events.inventory.StockChanged;
import io.emporium.events.inventory.StockLow;
import io.emporium.events.order.OrderCancelled;
import io.emporium.events.order.OrderCreated;
import io.emporium.events.order.OrderExpired;
import io.emporium.events.order.OrderRejected;
import io.emporium.events.order.OrderSnapshot;
import io.emporium.events.payment.PaymentCaptured;
import io.emporium.events.payment.PaymentRefunded;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestTokens;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// A company with a shop and a warehouse, and what is told of them.
record Selling(String company) {

  private static final String CUSTOMER = "c1";
  private static final List<String> FIGURES =
      List.of(
          "timeZone",
          "revenue",
          "tax",
          "orders",
          "averageOrder",
          "conversionBasisPoints",
          "topProducts",
          "lowStock");

  static Selling fresh() {
    return new Selling(UUID.randomUUID().toString());
  }

  String shop() {
    return "s-" + company;
  }

  String warehouse() {
    return "w-" + company;
  }

  String order(String name) {
    return name + "-" + company;
  }

  <T extends Message> Envelope<T> news(String subject, long version, T message) {
    return TestBroker.envelope(subject, company, version, message);
  }

  OrderCreated placed(String order) {
    return new OrderCreated(
        new OrderSnapshot(
            order,
            "ORD-1",
            CUSTOMER,
            null,
            shop(),
            "placed",
            "delivery",
            List.of(),
            usd(1_000),
            usd(190),
            usd(0),
            usd(1_190),
            Instant.now()));
  }

  TrackSale sold(String order, int quantity) {
    Money net = usd(1_000L * quantity);
    Money tax = usd(190L * quantity);
    return new TrackSale(
        order,
        shop(),
        CUSTOMER,
        List.of(new SoldLine("p1", "TEA", "Tea", quantity, net)),
        net,
        tax,
        net.plus(tax),
        Instant.now());
  }

  PaymentRefunded refunded(String order, String refund, long cents) {
    return new PaymentRefunded("pay-" + order, order, refund + order, usd(cents));
  }

  PaymentCaptured captured(String order, long cents) {
    return new PaymentCaptured("pay-" + order, order, usd(cents));
  }

  OrderCancelled cancelled(String order) {
    return new OrderCancelled(order, "ORD-1", CUSTOMER, shop(), "called_off");
  }

  OrderRejected rejected(String order) {
    return new OrderRejected(order, "ORD-1", CUSTOMER, shop(), "insufficient_stock");
  }

  OrderExpired expired(String order) {
    return new OrderExpired(order, "ORD-1", CUSTOMER, shop());
  }

  StockChanged stocked(long available) {
    return new StockChanged("TEA", warehouse(), available, 0, available, 1, "receipt", null, null);
  }

  StockLow low(long available) {
    return new StockLow("TEA", warehouse(), available, 5);
  }

  StockBack back(long available) {
    return new StockBack("TEA", warehouse(), available);
  }

  /// What the company's dashboard of today shows, alike for every company that has sold alike.
  String figures(TestApi api) {
    JsonNode dashboard =
        api.as(TestTokens.companyAdmin(company)).get("/api/analytics/dashboard").expect(200).json();
    StringBuilder shown = new StringBuilder();
    FIGURES.forEach(
        name -> shown.append(name).append(' ').append(dashboard.path(name)).append('\n'));
    return shown.toString().replace(company, "company");
  }

  private static Money usd(long cents) {
    return Money.of(cents, "USD");
  }
}
