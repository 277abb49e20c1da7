package io.emporium.ecommerce;

import static org.awaitility.Awaitility.await;

import io.emporium.events.company.CompanyCreated;
import io.emporium.events.company.CompanySettingsChanged;
import io.emporium.events.company.CompanySnapshot;
import io.emporium.events.shop.ShopCreated;
import io.emporium.events.shop.ShopSnapshot;
import io.emporium.kit.testing.SampleCompany;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestTokens;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A company of its own for each test, with a shop and what is on its shelves.
public final class Shelf {

  public final String company = "c-" + UUID.randomUUID();
  public final String shop = "s-" + UUID.randomUUID();
  private final TestApi api;
  private final TestBroker broker;

  public Shelf(TestApi api, TestBroker broker) {
    this.api = api;
    this.broker = broker;
  }

  /// A shop of a company whose prices are in dollars.
  public Shelf openShop() {
    broker.deliver(
        TestBroker.envelope(company, company, 1, new CompanyCreated(company("active", "USD"))));
    broker.deliver(TestBroker.envelope(shop, company, 1, new ShopCreated(shop("open"))));
    return this;
  }

  public ShopSnapshot shop(String status) {
    return shop(status, List.of("delivery", "pickup"));
  }

  public ShopSnapshot shop(String status, List<String> fulfilmentMethods) {
    return new ShopSnapshot(
        shop,
        company,
        "Shop",
        "shop",
        status,
        ZoneId.of("UTC"),
        List.of(),
        fulfilmentMethods,
        List.of());
  }

  public CompanySnapshot company(String status, String currency) {
    return SampleCompany.of(company).withStatus(status).charging(currency).snapshot();
  }

  /// The company changes its mind and takes dollars no more; returns when that is known here.
  public void charge(String currency, long version) {
    broker.deliver(
        TestBroker.envelope(
            company, company, version, new CompanySettingsChanged(company("active", currency))));
    await()
        .untilAsserted(
            () ->
                admin()
                    .post("/api/products", product("Probe", "P-" + UUID.randomUUID(), 1))
                    .expectProblem(422, "wrong_currency"));
  }

  public TestApi admin() {
    return api.as(TestTokens.companyAdmin(company));
  }

  public Map<String, Object> product(String name, String sku, long price) {
    return Map.of("shopId", shop, "name", name, "variants", List.of(variant(sku, price)));
  }

  public static Map<String, Object> variant(String sku, long price) {
    return Map.of("sku", sku, "price", Map.of("amount", price, "currency", "USD"));
  }

  /// @return id of the product
  public String draft(String name, String sku, long price) {
    return admin().post("/api/products", product(name, sku, price)).expect(201).text("/id");
  }

  /// @return id of the product
  public String sell(String name, String sku, long price) {
    String id = draft(name, sku, price);
    admin().post("/api/products/" + id + "/publish", null).expect(200);
    return id;
  }

  public void reprice(String productId, String sku, long price) {
    admin()
        .patch("/api/products/" + productId, Map.of("variants", List.of(variant(sku, price))))
        .expect(200);
  }

  public List<String> found(String query) {
    return api.anonymous()
        .get("/api/products?size=100&shop=" + shop + query)
        .expect(200)
        .json()
        .at("/items")
        .valueStream()
        .map(item -> item.at("/id").asString())
        .toList();
  }

  public void awaitFound(String query, String... ids) {
    await()
        .untilAsserted(
            () ->
                org.assertj.core.api.Assertions.assertThat(found(query))
                    .containsExactlyInAnyOrder(ids));
  }
}
