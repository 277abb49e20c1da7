package io.emporium.inventory.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.events.inventory.DeductStock;
import io.emporium.events.inventory.HeldLine;
import io.emporium.events.inventory.ReleaseStock;
import io.emporium.events.inventory.ReservationExpired;
import io.emporium.events.inventory.ReservationFailed;
import io.emporium.events.inventory.ReserveStock;
import io.emporium.events.inventory.RestockItems;
import io.emporium.events.inventory.Shortage;
import io.emporium.events.inventory.StockDeducted;
import io.emporium.events.inventory.StockLine;
import io.emporium.events.inventory.StockLow;
import io.emporium.events.inventory.StockReleased;
import io.emporium.events.inventory.StockReserved;
import io.emporium.events.inventory.StockRestocked;
import io.emporium.events.shop.ShopCreated;
import io.emporium.events.shop.ShopSnapshot;
import io.emporium.inventory.Stockroom;
import io.emporium.inventory.replica.ShopReplica;
import io.emporium.kit.store.SharedStore;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What the order saga sees.
@ServiceTest
class ReservationIT {

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;
  @Autowired private SharedStore<ShopReplica> shops;

  private Stockroom room;
  private String main;

  @BeforeEach
  void openRoom() {
    room = Stockroom.of(api);
    main = room.warehouse("Main");
  }

  @Test
  void anOrderIsHeldThenDeductedUnderItsCorrelation() {
    room.receive(main, "TEA", 10);
    String order = Stockroom.order();

    var reserve =
        deliver(Stockroom.reserve(order, new StockLine("TEA", 1), new StockLine("TEA", 2)));

    var reserved = broker.awaitPublished(StockReserved.class, e -> e.orderId().equals(order));
    assertThat(reserved.data().lines()).containsExactly(new HeldLine("TEA", main, 3));
    assertThat(reserved.correlationid()).isEqualTo(reserve.correlationid());
    assertThat(reserved.causationid()).isEqualTo(reserve.source() + ":" + reserve.id());
    assertThat(reserved.shopid()).isEqualTo(Stockroom.SHOP);
    assertThat(room.figures(main, "TEA")).containsExactly(10L, 3L, 7L);

    deliver(new DeductStock(order));

    var deducted = broker.awaitPublished(StockDeducted.class, e -> e.orderId().equals(order));
    assertThat(deducted.data().lines()).containsExactly(new HeldLine("TEA", main, 3));
    assertThat(room.figures(main, "TEA")).containsExactly(7L, 0L, 7L);
    awaitClean();
  }

  @Test
  void oneHundredBuyersOfFiftyUnitsAreHalfServedAndHalfRefused() {
    room.receive(main, "HOT", 50);
    List<String> orders = Stockroom.orders(100);
    Set<String> mine = Set.copyOf(orders);

    orders.parallelStream()
        .forEach(order -> deliver(Stockroom.reserve(order, new StockLine("HOT", 1))));

    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(
            () ->
                assertThat(
                        count(StockReserved.class, e -> mine.contains(e.orderId()))
                            + count(ReservationFailed.class, e -> mine.contains(e.orderId())))
                    .isEqualTo(100));
    assertThat(count(StockReserved.class, e -> mine.contains(e.orderId()))).isEqualTo(50);
    assertThat(room.figures(main, "HOT")).containsExactly(50L, 50L, 0L);
    assertThat(count(StockLow.class, e -> e.warehouseId().equals(main))).isEqualTo(1);

    orders.parallelStream().forEach(order -> deliver(new DeductStock(order)));

    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(
            () ->
                assertThat(count(StockDeducted.class, e -> mine.contains(e.orderId())))
                    .isEqualTo(50));
    assertThat(room.figures(main, "HOT")).containsExactly(0L, 0L, 0L);
    awaitClean();
  }

  @Test
  void theShopsWarehouseComesFirstAndALineIsSplitOnlyWhenNoneHasEnough() {
    String second = room.warehouse("Second");
    room.receive(main, "TEA", 4);
    room.receive(second, "TEA", 4);
    String shop = "shop-" + UUID.randomUUID();
    broker.deliver(
        room.companyId(),
        new ShopCreated(
            new ShopSnapshot(
                shop,
                room.companyId(),
                "Shop",
                "shop",
                "open",
                ZoneId.of("UTC"),
                List.of(second),
                List.of(),
                List.of())));
    await().until(() -> shops.find(shop).isPresent());

    assertThat(reserved(shop, "TEA", 2)).containsExactly(new HeldLine("TEA", second, 2));
    assertThat(reserved(shop, "TEA", 3)).containsExactly(new HeldLine("TEA", main, 3));
    assertThat(reserved(shop, "TEA", 3))
        .containsExactlyInAnyOrder(new HeldLine("TEA", second, 2), new HeldLine("TEA", main, 1));
  }

  @Test
  void allOrNothingAndEveryShortageIsNamed() {
    room.receive(main, "A", 5);
    room.receive(main, "B", 1);
    String order = Stockroom.order();

    deliver(
        Stockroom.reserve(
            order, new StockLine("A", 2), new StockLine("B", 3), new StockLine("C", 1)));

    var failed = broker.awaitPublished(ReservationFailed.class, e -> e.orderId().equals(order));
    assertThat(failed.data().reason()).isEqualTo("unknown_sku");
    assertThat(failed.data().shortages())
        .containsExactly(new Shortage("B", 3, 1), new Shortage("C", 1, 0));
    assertThat(room.figures(main, "A")).containsExactly(5L, 0L, 5L);
  }

  @Test
  void aRedeliveredCommandIsSkippedAndARepeatedOneIsAnsweredAgain() {
    room.receive(main, "TEA", 10);
    String order = Stockroom.order();
    var reserve = deliver(Stockroom.reserve(order, new StockLine("TEA", 2)));
    broker.awaitPublished(StockReserved.class, e -> e.orderId().equals(order));

    broker.deliver(reserve);
    deliver(reserve.data());

    await().until(() -> count(StockReserved.class, e -> e.orderId().equals(order)), n -> n == 2);
    deliver(new DeductStock(order));
    deliver(new DeductStock(order));
    await().until(() -> count(StockDeducted.class, e -> e.orderId().equals(order)), n -> n == 2);
    assertThat(count(StockReserved.class, e -> e.orderId().equals(order))).isEqualTo(2);
    assertThat(room.figures(main, "TEA")).containsExactly(8L, 0L, 8L);
  }

  @Test
  void aReleaseThatComesFirstWins() {
    room.receive(main, "TEA", 10);
    String order = Stockroom.order();

    deliver(new ReleaseStock(order, "cancelled"));
    broker.awaitPublished(StockReleased.class, e -> e.orderId().equals(order));
    deliver(Stockroom.reserve(order, new StockLine("TEA", 2)));

    var failed = broker.awaitPublished(ReservationFailed.class, e -> e.orderId().equals(order));
    assertThat(failed.data().reason()).isEqualTo("released");
    assertThat(room.figures(main, "TEA")).containsExactly(10L, 0L, 10L);
  }

  @Test
  void aReleaseAfterTheDeductionChangesNothingAndSaysSo() {
    room.receive(main, "TEA", 10);
    String order = Stockroom.order();
    deliver(Stockroom.reserve(order, new StockLine("TEA", 2)));
    broker.awaitPublished(StockReserved.class, e -> e.orderId().equals(order));
    deliver(new DeductStock(order));
    broker.awaitPublished(StockDeducted.class, e -> e.orderId().equals(order));

    deliver(new ReleaseStock(order, "late"));

    await().until(() -> count(StockDeducted.class, e -> e.orderId().equals(order)), n -> n == 2);
    assertThat(room.figures(main, "TEA")).containsExactly(8L, 0L, 8L);

    deliver(new RestockItems(order, "back-" + order, List.of(), "cancelled"));
    deliver(new RestockItems(order, "back-" + order, List.of(), "cancelled"));
    await().until(() -> count(StockRestocked.class, e -> e.orderId().equals(order)), n -> n == 2);
    assertThat(room.figures(main, "TEA")).containsExactly(10L, 0L, 10L);
    awaitClean();
  }

  @Test
  void anUnpaidHoldExpiresAndALatePaymentTakesItAgainIfItCan() {
    room.receive(main, "TEA", 3);
    String order = expired("TEA", 2);
    assertThat(room.figures(main, "TEA")).containsExactly(3L, 0L, 3L);

    deliver(new DeductStock(order));

    broker.awaitPublished(StockDeducted.class, e -> e.orderId().equals(order));
    assertThat(room.figures(main, "TEA")).containsExactly(1L, 0L, 1L);
  }

  @Test
  void aLatePaymentForWhatIsGoneFails() {
    room.receive(main, "TEA", 3);
    String order = expired("TEA", 2);
    String other = Stockroom.order();
    deliver(Stockroom.reserve(other, new StockLine("TEA", 2)));
    broker.awaitPublished(StockReserved.class, e -> e.orderId().equals(other));

    deliver(new DeductStock(order));

    var failed = broker.awaitPublished(ReservationFailed.class, e -> e.orderId().equals(order));
    assertThat(failed.data().reason()).isEqualTo("expired");
    assertThat(room.figures(main, "TEA")).containsExactly(3L, 2L, 1L);
  }

  @Test
  void deductingAnUnknownOrderIsAnsweredSoThatTheSagaCanUndoIt() {
    String order = Stockroom.order();
    deliver(new DeductStock(order));
    var failed = broker.awaitPublished(ReservationFailed.class, e -> e.orderId().equals(order));
    assertThat(failed.data().reason()).isEqualTo("expired");
  }

  @Test
  void whatCannotBeReadOrMeantIsParked() {
    int before = broker.depth("inventory.parking");

    broker.deliverRaw(ReserveStock.class, "{\"not\":".getBytes(StandardCharsets.UTF_8), "poison-1");
    deliver(Stockroom.reserve(Stockroom.order(), new StockLine("TEA", -1)));
    broker.deliver(null, new DeductStock(Stockroom.order()));

    await().until(() -> broker.depth("inventory.parking"), depth -> depth == before + 3);
  }

  private <T extends io.emporium.events.Message> io.emporium.events.Envelope<T> deliver(T message) {
    return broker.deliver(room.companyId(), message);
  }

  private List<HeldLine> reserved(String shop, String sku, int quantity) {
    String order = Stockroom.order();
    deliver(
        new ReserveStock(
            order, shop, List.of(new StockLine(sku, quantity)), Instant.now().plusSeconds(600)));
    return broker
        .awaitPublished(StockReserved.class, e -> e.orderId().equals(order))
        .data()
        .lines();
  }

  private String expired(String sku, int quantity) {
    String order = Stockroom.order();
    deliver(
        new ReserveStock(
            order, Stockroom.SHOP, List.of(new StockLine(sku, quantity)), Instant.now()));
    broker.awaitPublished(ReservationExpired.class, e -> e.orderId().equals(order));
    return order;
  }

  private <T extends io.emporium.events.Message> int count(Class<T> type, Predicate<T> condition) {
    return broker.published(type, condition).size();
  }

  private void awaitClean() {
    await()
        .untilAsserted(
            () -> {
              var findings = room.invariants();
              assertThat(findings.at("/clean").asBoolean()).as(findings.toString()).isTrue();
              assertThat(findings.at("/pending").asInt()).isZero();
            });
  }
}
