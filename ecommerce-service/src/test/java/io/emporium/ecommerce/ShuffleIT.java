package io.emporium.ecommerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.ecommerce.market.Market;
import io.emporium.ecommerce.market.SellingCompany;
import io.emporium.ecommerce.market.SellingShop;
import io.emporium.events.Envelope;
import io.emporium.events.Message;
import io.emporium.events.company.CompanyActivated;
import io.emporium.events.company.CompanySettingsChanged;
import io.emporium.events.company.CompanySuspended;
import io.emporium.events.inventory.StockChanged;
import io.emporium.events.inventory.StockLow;
import io.emporium.events.shop.ShopClosed;
import io.emporium.events.shop.ShopOpened;
import io.emporium.events.shop.ShopUpdated;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestTokens;
import io.emporium.kit.testing.simulation.BadDay;
import io.emporium.kit.testing.simulation.Shuffled;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// News of a company, its shop and its stock, each three times and in any order. The newest of each
/// count, also for what this instance keeps in memory: buyers see the product, and can buy it.
@ServiceTest
class ShuffleIT {

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;
  @Autowired private BadDay badDay;
  @Autowired private Market market;

  /// Something that was on sale before all the news.
  private record World(Shelf shelf, String product) {}

  @Test
  void buyersSeeWhatTheNewestNewsSay() {
    Queue<World> worlds = new ConcurrentLinkedQueue<>();
    Shuffled.forEverySeed(
        random -> {
          World world = afterTheNews(random);
          await().untilAsserted(() -> requireOnSale(world));
          worlds.add(world);
        });
    // After all the others have come to their end, no older news have undone it.
    worlds.forEach(this::requireOnSale);
    worlds.forEach(this::buy);
  }

  private World afterTheNews(Random random) {
    Shelf shelf = new Shelf(api, broker).openShop();
    // The news of the others are in the queue before these.
    await().until(() -> isKnown(shelf));
    World world = new World(shelf, shelf.sell("Tea", "T-1", 900));
    badDay.deliver(news(shelf), random);
    return world;
  }

  private boolean isKnown(Shelf shelf) {
    return market.company(shelf.company).isPresent()
        && !market.shops(List.of(shelf.shop)).isEmpty();
  }

  private void requireOnSale(World world) {
    Shelf shelf = world.shelf();
    assertThat(market.company(shelf.company))
        .contains(SellingCompany.from(shelf.company("active", "USD"), 5));
    assertThat(market.shops(List.of(shelf.shop)))
        .containsExactly(SellingShop.from(shelf.shop("open"), 5));
    assertThat(shelf.found("")).containsExactly(world.product());
    assertThat(api.get("/api/products/" + world.product()).text("/availability")).isEqualTo("low");
  }

  private void buy(World world) {
    TestApi buyer = api.as(TestTokens.customer("u-" + UUID.randomUUID()));
    buyer.post("/api/cart/items", Map.of("productId", world.product(), "quantity", 2)).expect(200);
    buyer.post("/api/cart/checkout", null).expect(202);
  }

  private static List<Envelope<? extends Message>> news(Shelf shelf) {
    return List.of(
        company(
            shelf,
            2,
            new CompanySuspended(shelf.company("suspended", "USD"), "unpaid", Instant.EPOCH)),
        company(shelf, 3, new CompanyActivated(shelf.company("active", "USD"))),
        company(shelf, 4, new CompanySettingsChanged(shelf.company("active", "EUR"))),
        company(shelf, 5, new CompanySettingsChanged(shelf.company("active", "USD"))),
        shop(shelf, 2, new ShopUpdated(shelf.shop("paused"))),
        shop(shelf, 3, new ShopOpened(shelf.shop("open"))),
        shop(shelf, 4, new ShopClosed(shelf.shop("closed"))),
        shop(shelf, 5, new ShopOpened(shelf.shop("open"))),
        stock(shelf, 1, changed(50)),
        stock(shelf, 2, changed(4)),
        stock(shelf, 3, new StockLow("T-1", "w", 4, 9)),
        stock(shelf, 4, changed(0)),
        stock(shelf, 5, changed(8)));
  }

  private static Envelope<Message> company(Shelf shelf, long version, Message news) {
    return TestBroker.envelope(shelf.company, shelf.company, version, news);
  }

  private static Envelope<Message> shop(Shelf shelf, long version, Message news) {
    return TestBroker.envelope(shelf.shop, shelf.company, version, news);
  }

  private static Envelope<Message> stock(Shelf shelf, long version, Message news) {
    return TestBroker.envelope("i-" + shelf.company, shelf.company, version, news);
  }

  private static StockChanged changed(long available) {
    return new StockChanged("T-1", "w", available, 0, available, 1, "count", null, null);
  }
}
