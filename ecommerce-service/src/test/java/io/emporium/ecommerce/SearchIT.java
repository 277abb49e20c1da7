package io.emporium.ecommerce;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.events.Envelope;
import io.emporium.events.company.CompanyActivated;
import io.emporium.events.company.CompanySuspended;
import io.emporium.events.inventory.StockChanged;
import io.emporium.events.inventory.StockLow;
import io.emporium.events.shop.ShopClosed;
import io.emporium.events.shop.ShopOpened;
import io.emporium.events.shop.ShopUpdated;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class SearchIT {

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;

  private Shelf shelf;

  @BeforeEach
  void openShop() {
    shelf = new Shelf(api, broker).openShop();
  }

  @Test
  void answersWithAPageOfWhatFits() {
    String tea = shelf.sell("Green Tea", "T-1", 900);
    String pot = shelf.sell("Teapot", "P-1", 4_000);

    assertThat(shelf.found("&search=tea")).containsExactlyInAnyOrder(tea, pot);
    assertThat(shelf.found("&search=green%20te")).containsExactly(tea);
    assertThat(shelf.found("&maxPrice=1000")).containsExactly(tea);
    assertThat(shelf.found("&sort=price,desc")).containsExactly(pot, tea);
    assertThat(shelf.found("&sort=newest")).containsExactly(pot, tea);
    var page = api.get("/api/products?size=1&page=1&sort=price&shop=" + shelf.shop).expect(200);
    assertThat(page.text("/items/0/id")).isEqualTo(pot);
    assertThat(page.text("/totalItems")).isEqualTo("2");
    assertThat(page.text("/totalPages")).isEqualTo("2");
  }

  @Test
  void refusesWhatItCannotRead() {
    api.get("/api/products?minPrice=cheap").expectProblem(400, "invalid_request");
    api.get("/api/products?inStock=maybe").expectProblem(400, "invalid_request");
    api.get("/api/products?sort=secret").expectProblem(400, "invalid_request");
    api.get("/api/products?size=101").expectProblem(400, "invalid_request");
    api.get("/api/products?page=9999&size=100").expectProblem(400, "invalid_request");
    api.get("/api/products?search=" + "x".repeat(201)).expectProblem(400, "invalid_request");
    api.get("/api/products?attr.$where=%7B%7D&search=%28%29%7C%5C%22%2A").expect(200);
  }

  @Test
  void showsAvailabilityAndNoFigures() {
    String tea = shelf.sell("Tea", "T-1", 900);
    assertThat(shelf.found("&inStock=true")).isEmpty();

    stock(10, 1);
    shelf.awaitFound("&inStock=true", tea);
    assertThat(api.get("/api/products/" + tea).text("/variants/0/availability")).isEqualTo("in");

    broker.deliver(news(2, new StockChanged("T-1", "w", 3, 0, 3, -7, "sale", null, null)));
    broker.deliver(news(2, new StockLow("T-1", "w", 3, 5)));
    awaitAvailability(tea, "low");

    stock(0, 3);
    awaitAvailability(tea, "out");
    shelf.awaitFound("&inStock=true");
  }

  @Test
  void dropsOldAndRepeatedNewsOfStock() {
    String tea = shelf.sell("Tea", "T-1", 900);
    stock(10, 5);
    awaitAvailability(tea, "in");

    stock(0, 4);
    stock(10, 5);
    broker.deliverRaw(
        StockChanged.class, "{\"no\":\"envelope\"}".getBytes(StandardCharsets.UTF_8), "poison");
    // Another SKU tells when all of it has been read.
    String other = shelf.sell("Cup", "C-1", 900);
    broker.deliver(news(1, new StockChanged("C-1", "w", 9, 0, 9, 9, "receipt", null, null)));
    awaitAvailability(other, "in");

    assertThat(api.get("/api/products/" + tea).text("/availability")).isEqualTo("in");
  }

  @Test
  void hidesClosedShopsAndSuspendedCompanies() {
    String tea = shelf.sell("Tea", "T-1", 900);
    assertThat(shelf.found("")).containsExactly(tea);

    broker.deliver(
        TestBroker.envelope(shelf.shop, shelf.company, 2, new ShopClosed(shelf.shop("closed"))));
    shelf.awaitFound("");
    api.get("/api/products/" + tea).expectProblem(404, "product_not_found");
    broker.deliver(
        TestBroker.envelope(shelf.shop, shelf.company, 3, new ShopOpened(shelf.shop("open"))));
    shelf.awaitFound("", tea);
    broker.deliver(
        TestBroker.envelope(shelf.shop, shelf.company, 4, new ShopUpdated(shelf.shop("paused"))));
    shelf.awaitFound("");
    broker.deliver(
        TestBroker.envelope(shelf.shop, shelf.company, 5, new ShopOpened(shelf.shop("open"))));
    shelf.awaitFound("", tea);

    broker.deliver(
        company(
            4, new CompanySuspended(shelf.company("suspended", "USD"), "unpaid", Instant.EPOCH)));
    shelf.awaitFound("");
    broker.deliver(company(5, new CompanyActivated(shelf.company("active", "USD"))));
    shelf.awaitFound("", tea);
  }

  private <T extends io.emporium.events.Message> Envelope<T> company(long version, T event) {
    return TestBroker.envelope(shelf.company, shelf.company, version, event);
  }

  private void stock(long available, long version) {
    broker.deliver(
        news(
            version,
            new StockChanged("T-1", "w", available, 0, available, 1, "receipt", null, null)));
  }

  private <T extends io.emporium.events.Message> Envelope<T> news(long version, T event) {
    return TestBroker.envelope("stock-" + shelf.company, shelf.company, version, event);
  }

  private void awaitAvailability(String productId, String availability) {
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(api.get("/api/products/" + productId).text("/availability"))
                    .isEqualTo(availability));
  }
}
