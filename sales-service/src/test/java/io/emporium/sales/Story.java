package io.emporium.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.events.Envelope;
import io.emporium.events.Message;
import io.emporium.events.Money;
import io.emporium.events.catalog.ProductPublished;
import io.emporium.events.catalog.ProductSnapshot;
import io.emporium.events.catalog.VariantSnapshot;
import io.emporium.events.company.CompanyCreated;
import io.emporium.events.company.CompanySettings;
import io.emporium.events.company.CompanySettingsChanged;
import io.emporium.events.company.CompanySnapshot;
import io.emporium.events.company.LegalDetails;
import io.emporium.events.company.TaxRate;
import io.emporium.events.inventory.HeldLine;
import io.emporium.events.inventory.StockDeducted;
import io.emporium.events.inventory.StockReserved;
import io.emporium.events.payment.InitiatePayment;
import io.emporium.events.payment.PaymentInitiated;
import io.emporium.events.payment.PaymentSucceeded;
import io.emporium.events.shop.ShopCreated;
import io.emporium.events.shop.ShopSnapshot;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestResponse;
import io.emporium.kit.testing.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A company with a shop that sells tea, a customer, and the rest of the fleet played by a test.
final class Story {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  final String company = "co-" + UUID.randomUUID();
  final String shop = "sh-" + company;
  final String product = "pr-" + company;
  final String customer = "cu-" + company;

  private final TestApi api;
  private final TestBroker broker;

  Story(TestApi api, TestBroker broker) {
    this.api = api;
    this.broker = broker;
  }

  Story told() {
    return told(1_800);
  }

  Story told(long paymentWindowSeconds) {
    news(company, 1, new CompanyCreated(company("active", paymentWindowSeconds)));
    news(shop, 1, new ShopCreated(shop("open")));
    news(product, 2, new ProductPublished(product("published", 1_999)));
    return this;
  }

  <T extends Message> Envelope<T> news(String subject, long version, T message) {
    return broker.deliver(TestBroker.envelope(subject, company, version, message));
  }

  /// The company says who it is before the law.
  void calledByLaw(long version, String name) {
    LegalDetails legal =
        new LegalDetails(name, "Hafenstraße 7", null, "20457", "Hamburg", "DE", "DE123456789");
    news(company, version, new CompanySettingsChanged(company("active", 1_800, legal)));
  }

  CompanySnapshot company(String status, long paymentWindowSeconds) {
    return company(status, paymentWindowSeconds, null);
  }

  private CompanySnapshot company(
      String status, long paymentWindowSeconds, @Nullable LegalDetails legal) {
    return new CompanySnapshot(
        company,
        "Acme",
        status,
        new CompanySettings(
            Currency.getInstance("USD"),
            ZoneId.of("UTC"),
            true,
            List.of(new TaxRate("standard", 1_900)),
            paymentWindowSeconds,
            "AC-",
            "INV-",
            true,
            null,
            5,
            legal));
  }

  ShopSnapshot shop(String status) {
    return shop(status, List.of());
  }

  ShopSnapshot shop(String status, List<String> paymentMethods) {
    return new ShopSnapshot(
        shop,
        company,
        "Tea House",
        "tea",
        status,
        ZoneId.of("UTC"),
        List.of(),
        List.of("delivery", "pickup"),
        paymentMethods);
  }

  ProductSnapshot product(String status, long price) {
    return product(product, shop, status, price);
  }

  ProductSnapshot product(String id, String inShop, String status, long price) {
    VariantSnapshot variant =
        new VariantSnapshot(
            "TEA", null, Map.of(), Money.of(price, "USD"), null, "standard", null, null);
    return new ProductSnapshot(
        id, company, inShop, "Tea", "tea", null, null, status, List.of(variant));
  }

  TestApi buyer() {
    return api.as(TestTokens.customer(customer));
  }

  TestApi admin() {
    return api.as(TestTokens.companyAdmin(company));
  }

  TestResponse order(int quantity) {
    return buyer()
        .post(
            "/api/orders",
            Map.of("items", List.of(Map.of("productId", product, "quantity", quantity))));
  }

  String placed() {
    return order(1).expect(201).text("/id");
  }

  String payable() {
    String id = placed();
    becomesPayable(id);
    return id;
  }

  private void becomesPayable(String id) {
    reply(held(id));
    broker.awaitPublished(InitiatePayment.class, command -> command.orderId().equals(id));
    reply(opened(id));
    // Its status says so as soon as the stock is held.
    awaitEvent(id, "payment_opened");
  }

  String confirmed() {
    String id = placed();
    pays(id);
    return id;
  }

  /// From placed to deducted.
  void pays(String id) {
    becomesPayable(id);
    reply(paid(id));
    awaitStatus(id, "confirmed");
    reply(deducted(id));
    awaitEvent(id, "stock_deducted");
  }

  <T extends Message> Envelope<T> reply(T message) {
    return broker.deliver(company, message);
  }

  StockReserved held(String id) {
    return new StockReserved(id, lines(), Instant.now().plusSeconds(3_600));
  }

  PaymentInitiated opened(String id) {
    return new PaymentInitiated("pay-" + id, id, Money.of(1_999, "USD"));
  }

  PaymentSucceeded paid(String id) {
    return new PaymentSucceeded(
        "pay-" + id, id, customer, Money.of(1_999, "USD"), "stripe", "pi_1");
  }

  StockDeducted deducted(String id) {
    return new StockDeducted(id, lines());
  }

  List<HeldLine> lines() {
    return List.of(new HeldLine("TEA", "w1", 1));
  }

  void awaitStatus(String id, String status) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              TestResponse order = buyer().get("/api/orders/" + id);
              assertThat(order.status()).isEqualTo(200);
              assertThat(order.text("/status")).isEqualTo(status);
            });
  }

  void awaitEvent(String id, String event) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(timeline(id)).contains("\"" + event + "\""));
  }

  String timeline(String id) {
    return buyer().get("/api/orders/" + id + "/timeline").expect(200).response().body();
  }
}
