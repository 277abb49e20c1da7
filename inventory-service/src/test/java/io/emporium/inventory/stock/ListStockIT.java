package io.emporium.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.events.Envelope;
import io.emporium.events.Message;
import io.emporium.events.Money;
import io.emporium.events.catalog.ProductCreated;
import io.emporium.events.catalog.ProductDeleted;
import io.emporium.events.catalog.ProductEvent;
import io.emporium.events.catalog.ProductPriceChanged;
import io.emporium.events.catalog.ProductPublished;
import io.emporium.events.catalog.ProductSnapshot;
import io.emporium.events.catalog.ProductUnpublished;
import io.emporium.events.catalog.ProductUpdated;
import io.emporium.events.catalog.VariantSnapshot;
import io.emporium.events.inventory.StockLine;
import io.emporium.events.shop.ShopCreated;
import io.emporium.events.shop.ShopSnapshot;
import io.emporium.inventory.CommandCounter;
import io.emporium.inventory.Stockroom;
import io.emporium.inventory.TestCrashPoints;
import io.emporium.inventory.replica.ProductReplica;
import io.emporium.inventory.warehouse.Warehouse;
import io.emporium.kit.outbox.OutboxEntry;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.RecordStore;
import io.emporium.kit.tenancy.Scope;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestTokens;
import io.emporium.kit.testing.simulation.Shuffled;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import tools.jackson.databind.JsonNode;

/// The public knows of the stock of published products, and of no other.
@ServiceTest
class ListStockIT {

  private static final String PRODUCTS = "/api/inventory/v1/products";

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;
  @Autowired private TestCrashPoints crashPoints;
  @Autowired private CommandCounter commands;
  @Autowired private ReceiveStock receive;
  @Autowired private AggregateStore<Warehouse> warehouses;
  @Autowired private RecordStore<ProductReplica> products;
  @Autowired private MongoOperations mongo;

  private final String product = "p-" + UUID.randomUUID();
  private Stockroom room;
  private String main;

  @BeforeEach
  void openRoom() {
    room = Stockroom.of(api);
    main = room.warehouse("Main");
  }

  @AfterEach
  void stopListening() {
    commands.stop();
  }

  @Test
  void aProductIsShownFromItsPublishingUntilItIsWithdrawnOrDeleted() {
    room.receive(main, "TEA", 9);
    hear(product, 1, new ProductCreated(draft(product, "TEA")));
    awaitHeard(product);
    assertThat(hints()).isEmpty();

    hear(product, 2, new ProductPublished(published(product, "TEA")));
    awaitHints("TEA");
    hear(product, 3, new ProductUnpublished(draft(product, "TEA")));
    awaitHints();
    hear(product, 4, new ProductPublished(published(product, "TEA")));
    awaitHints("TEA");
    hear(product, 5, new ProductDeleted(ofStatus("deleted", product, "TEA")));
    awaitHints();

    assertThat(room.figures(main, "TEA")).containsExactly(9L, 0L, 9L);
  }

  @Test
  void whatComesToAWarehouseAfterThePublishingIsShownAtOnce() {
    hear(product, 1, new ProductPublished(published(product, "CUP", "POT", "TEA")));
    awaitHeard(product);

    room.receive(main, "TEA", 9);
    room.receive(main, "SECRET", 9);
    var threshold = Map.of("warehouseId", main, "sku", "CUP", "threshold", 3);
    room.manager().put("/api/inventory/v1/thresholds", threshold).expect(200);
    var found = Map.of("warehouseId", main, "sku", "POT", "delta", 1, "reason", "found");
    room.manager().post("/api/inventory/v1/adjustments", found).expect(201);

    assertThat(hints()).containsExactly("CUP", "POT", "TEA");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void theNewestCountsHoweverOftenAndInWhateverOrderEventsCome(int seed) {
    List.of("CUP", "POT", "TEA").forEach(sku -> room.receive(main, sku, 9));
    boolean withdrawn = seed % 3 == 0;
    List<Envelope<? extends Message>> events =
        new ArrayList<>(
            List.of(
                event(product, 1, new ProductCreated(draft(product, "TEA"))),
                event(product, 2, new ProductPublished(published(product, "CUP", "TEA"))),
                event(product, 3, new ProductUnpublished(draft(product, "CUP", "TEA"))),
                event(product, 4, new ProductPublished(published(product, "CUP", "TEA"))),
                event(product, 5, new ProductUpdated(published(product, "CUP", "POT")))));
    if (withdrawn) {
      events.add(event(product, 6, new ProductUnpublished(draft(product, "CUP", "POT"))));
    }
    Random random = new Random(seed);
    Collections.shuffle(events, random);

    Shuffled.threeTimes(events, random).forEach(broker::deliver);
    awaitAllHandled();

    assertThat(hints()).isEqualTo(withdrawn ? List.of() : List.of("CUP", "POT"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aSkuIsShownForTheProductThatHasTakenItOver(boolean givenUpFirst) {
    String heir = "p-" + UUID.randomUUID();
    room.receive(main, "TEA", 9);
    var old = event(product, 1, new ProductPublished(published(product, "TEA")));
    broker.deliver(old);
    awaitHints("TEA");
    List<Envelope<? extends Message>> events =
        new ArrayList<>(
            List.of(
                event(product, 2, new ProductUpdated(published(product, "POT"))),
                event(heir, 1, new ProductPublished(published(heir, "TEA")))));
    if (!givenUpFirst) {
      Collections.reverse(events);
    }

    events.forEach(broker::deliver);
    broker.deliver(old);
    awaitAllHandled();

    assertThat(hintsOf("productId=" + heir)).containsExactly("TEA");
    assertThat(hintsOf("productId=" + product)).isEmpty();
    hear(heir, 2, new ProductUnpublished(draft(heir, "TEA")));
    awaitHints();
  }

  @Test
  void whatAnotherCompanyPublishesShowsItsOwnStockOnly() {
    String sku = "TEA-" + UUID.randomUUID();
    Stockroom other = Stockroom.of(api);
    String theirs = other.warehouse("Theirs");
    room.receive(main, sku, 9);
    other.receive(theirs, sku, 9);

    hear(product, 1, new ProductPublished(published(product, sku)));
    awaitHints(sku);
    awaitAllHandled();

    JsonNode shown = look(api.anonymous(), "sku=" + sku);
    assertThat(shown.at("/totalItems").asInt()).isEqualTo(1);
    assertThat(shown.at("/items/0/warehouseId").asString()).isEqualTo(main);
    assertThat(other.figures(theirs, sku)).containsExactly(9L, 0L, 9L);
  }

  @Test
  void totalsAndPagesCountWhatIsShownAndFiltersDoNotWidenIt() {
    Map<String, Integer> units = Map.of("CUP", 100, "POT", 100, "TEA", 2, "DRAFT", 2, "LOOSE", 2);
    units.forEach((sku, quantity) -> room.receive(main, sku, quantity));
    String hidden = "p-" + UUID.randomUUID();
    hear(hidden, 1, new ProductCreated(draft(hidden, "DRAFT")));
    hear(product, 1, new ProductPublished(published(product, "CUP", "POT", "TEA")));
    String shop = "shop-of-" + room.companyId();
    broker.deliver(room.companyId(), new ShopCreated(shop(shop)));
    awaitHints("CUP", "POT", "TEA");
    awaitHeard(hidden);
    await().untilAsserted(() -> assertThat(hintsOf("shop=" + shop)).hasSize(3));

    for (TestApi somebody : List.of(api.anonymous(), api.as(TestTokens.customer("u1")))) {
      JsonNode first = look(somebody, "size=2&sort=sku,asc&warehouse=" + main);
      assertThat(first.at("/totalItems").asInt()).isEqualTo(3);
      assertThat(first.at("/totalPages").asInt()).isEqualTo(2);
      assertThat(skus(first)).containsExactly("CUP", "POT");
      assertThat(skus(look(somebody, "size=2&page=1&sort=sku,asc&warehouse=" + main)))
          .containsExactly("TEA");
    }
    assertThat(hintsOf("status=low&warehouse=" + main)).containsExactly("TEA");
    assertThat(hintsOf("sku=DRAFT&warehouse=" + main)).isEmpty();
    assertThat(hintsOf("productId=" + hidden)).isEmpty();
    assertThat(hintsOf("productId=" + product)).hasSize(3);
    assertThat(hintsOf("updatedSince=2000-01-01T00:00:00Z&warehouse=" + main)).hasSize(3);
    assertThat(look(room.manager(), "").at("/totalItems").asInt()).isEqualTo(5);
    assertThat(look(room.manager(), "productId=" + hidden).at("/totalItems").asInt()).isEqualTo(1);
    int toAll = look(api.anonymous(), "").at("/totalItems").asInt();
    int toPlatform = look(api.as(TestTokens.superAdmin()), "").at("/totalItems").asInt();
    assertThat(toAll).isBetween(3, toPlatform - 2);
  }

  @Test
  void nothingFallsBetweenAReceiptAndAnEventOfTheSameMoment() {
    List<String> skus = IntStream.range(10, 30).mapToObj(n -> "SKU-" + n).toList();
    List<String> appear = skus.subList(0, 10);
    for (String sku : skus) {
      String id = product + sku;
      hear(id, 1, new ProductPublished(published(id, sku)));
    }
    skus.forEach(sku -> awaitHeard(product + sku));
    for (String sku : skus) {
      String id = product + sku;
      if (appear.contains(sku)) {
        hear(id, 2, new ProductUnpublished(draft(id, sku)));
        hear(id, 3, new ProductPublished(published(id, sku)));
      } else {
        hear(id, 2, new ProductUpdated(published(id, "GIVEN-UP")));
      }
      room.receive(main, sku, 1);
    }
    awaitAllHandled();

    assertThat(hints()).isEqualTo(appear);
  }

  @Test
  void aReceiptThatIsCutOffAnywhereIsShownWhenItIsBooked() {
    List<String> skus = IntStream.range(10, 40).mapToObj(n -> "SKU-" + n).toList();
    hear(product, 1, new ProductPublished(published(product, skus.toArray(String[]::new))));
    awaitHeard(product);
    Warehouse warehouse = warehouses.get(Scope.company(room.companyId()), main);
    int cutOff = 0;
    boolean crashed;
    do {
      List<StockLine> lines = List.of(new StockLine(skus.get(cutOff), 1));
      var command = new ReceiveStock.Command(warehouse, lines, null);
      crashed = crashPoints.crashes(cutOff + 1, () -> receive.handle(command));
      cutOff++;
    } while (crashed);

    // Cut off at its very first point, a receipt has never been.
    List<String> booked = skus.subList(1, cutOff);
    assertThat(booked.size()).isGreaterThanOrEqualTo(10);
    await().untilAsserted(() -> assertThat(hints()).isEqualTo(booked));
    await()
        .untilAsserted(
            () ->
                assertThat(booked)
                    .allSatisfy(
                        sku -> assertThat(room.figures(main, sku)).containsExactly(1L, 0L, 1L)));
  }

  @Test
  void anotherPriceWritesNoItem() {
    room.receive(main, "TEA", 9);
    hear(product, 1, new ProductPublished(published(product, "TEA")));
    awaitHints("TEA");
    awaitAllHandled();
    awaitAllPublished();
    commands.start();

    hear(product, 2, new ProductPriceChanged(published(product, "TEA")));
    await()
        .untilAsserted(() -> assertThat(commands.counted(product)).containsKey("find stock_items"));
    awaitAllHandled();

    assertThat(commands.mentioning(room.companyId() + ":" + main + ":TEA"))
        .doesNotContain("update stock_items");
  }

  /// Events are handled two at a time and in turns: once all of these have been, so have those
  /// before them.
  private void awaitAllHandled() {
    String warehouse = room.warehouse("Last " + UUID.randomUUID());
    List<String> last = List.of("LAST-1", "LAST-2", "LAST-3", "LAST-4");
    for (String sku : last) {
      room.receive(warehouse, sku, 1);
      String id = "p-" + UUID.randomUUID();
      hear(id, 1, new ProductPublished(published(id, sku)));
    }
    await().untilAsserted(() -> assertThat(hintsOf("warehouse=" + warehouse)).hasSize(last.size()));
  }

  // Taking out what has been published is a write, too.
  private void awaitAllPublished() {
    var pending = new Document("companyId", room.companyId()).append(OutboxEntry.PENDING, true);
    await().until(() -> mongo.getCollection("stock_items").countDocuments(pending) == 0);
  }

  private void awaitHeard(String id) {
    await().until(() -> products.find(Scope.company(room.companyId()), id).isPresent());
  }

  private void awaitHints(String... skus) {
    await().untilAsserted(() -> assertThat(hints()).containsExactly(skus));
  }

  private List<String> hints() {
    return hintsOf("warehouse=" + main);
  }

  private List<String> hintsOf(String query) {
    return skus(look(api.anonymous(), "size=100&sort=sku,asc&" + query));
  }

  private static JsonNode look(TestApi somebody, String query) {
    return somebody.get(PRODUCTS + "?" + query).expect(200).json();
  }

  private static List<String> skus(JsonNode page) {
    return page.at("/items").findValuesAsString("sku");
  }

  private void hear(String subject, long version, ProductEvent event) {
    var _ = broker.deliver(event(subject, version, event));
  }

  private <T extends ProductEvent> Envelope<T> event(String subject, long version, T event) {
    return TestBroker.envelope(subject, room.companyId(), version, event);
  }

  private ProductSnapshot draft(String id, String... skus) {
    return ofStatus("draft", id, skus);
  }

  private ProductSnapshot published(String id, String... skus) {
    return ofStatus("published", id, skus);
  }

  private ProductSnapshot ofStatus(String status, String id, String... skus) {
    List<VariantSnapshot> variants =
        Arrays.stream(skus)
            .map(
                sku ->
                    new VariantSnapshot(
                        sku, null, Map.of(), Money.of(100, "USD"), null, "standard", null, null))
            .toList();
    return new ProductSnapshot(
        id, room.companyId(), "shop", "Tea", "tea", null, null, status, variants);
  }

  private ShopSnapshot shop(String id) {
    return new ShopSnapshot(
        id,
        room.companyId(),
        "Shop",
        "shop",
        "open",
        ZoneId.of("UTC"),
        List.of(),
        List.of(),
        List.of());
  }
}
