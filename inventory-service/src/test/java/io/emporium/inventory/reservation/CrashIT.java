package io.emporium.inventory.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.emporium.events.Fact;
import io.emporium.events.inventory.DeductStock;
import io.emporium.events.inventory.ReleaseStock;
import io.emporium.events.inventory.ReservationFailed;
import io.emporium.events.inventory.RestockItems;
import io.emporium.events.inventory.StockDeducted;
import io.emporium.events.inventory.StockLine;
import io.emporium.events.inventory.StockReleased;
import io.emporium.events.inventory.StockReserved;
import io.emporium.events.inventory.StockRestocked;
import io.emporium.inventory.Stockroom;
import io.emporium.inventory.TestCrashPoints;
import io.emporium.inventory.movement.Ledger;
import io.emporium.inventory.movement.StockMovement;
import io.emporium.inventory.stock.Movement;
import io.emporium.inventory.stock.ReceiveStock;
import io.emporium.inventory.stock.StockItems;
import io.emporium.inventory.stock.StockKey;
import io.emporium.inventory.stock.UnsoundStock;
import io.emporium.inventory.warehouse.Warehouse;
import io.emporium.kit.context.Cause;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Stops at every write of every command, redelivers, and expects the same end.
@ServiceTest
class CrashIT {

  private static final int MOST_POINTS = 60;

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;
  @Autowired private TestCrashPoints crashPoints;
  @Autowired private HoldForOrder hold;
  @Autowired private ReleaseForOrder release;
  @Autowired private DeductForOrder deduct;
  @Autowired private RestockForOrder restock;
  @Autowired private ReceiveStock receive;
  @Autowired private AggregateStore<Warehouse> warehouses;
  @Autowired private StockItems stock;
  @Autowired private FreeStrayHolds strayHolds;
  @Autowired private FindReservation reservations;
  @Autowired private Ledger ledger;

  private Stockroom room;
  private String one;
  private String two;

  @BeforeEach
  void openRoom() {
    room = Stockroom.of(api);
    one = room.warehouse("One");
    two = room.warehouse("Two");
  }

  @Test
  void reservingOverTwoWarehousesIsResumedAtEveryWrite() {
    int points =
        sweep(
            n -> {
              String sku = stocked(n, 3, 4);
              String order = Stockroom.order();
              boolean crashed =
                  redelivered(n, () -> hold.handle(room.companyId(), reserve(order, sku, 5)));
              assertThat(room.status(order)).isEqualTo("held");
              assertThat(available(sku)).isEqualTo(2);
              said(StockReserved.class, e -> e.orderId().equals(order));
              return crashed;
            });
    assertThat(points).isGreaterThanOrEqualTo(8);
  }

  @Test
  void refusingGivesBackWhatWasTakenAtEveryWrite() {
    sweep(
        n -> {
          String sku = stocked(n, 5, 0);
          String order = Stockroom.order();
          var lines =
              Stockroom.reserve(order, new StockLine(sku, 5), new StockLine(sku + "-none", 1));
          boolean crashed = redelivered(n, () -> hold.handle(room.companyId(), lines));
          assertThat(room.status(order)).isEqualTo("refused");
          assertThat(available(sku)).isEqualTo(5);
          said(ReservationFailed.class, e -> e.orderId().equals(order));
          return crashed;
        });
  }

  @Test
  void releasingIsResumedAtEveryWrite() {
    sweep(
        n -> {
          String sku = stocked(n, 3, 4);
          String order = held(sku, 5);
          boolean crashed =
              redelivered(
                  n, () -> release.handle(room.companyId(), new ReleaseStock(order, "cancelled")));
          assertThat(room.status(order)).isEqualTo("released");
          assertThat(available(sku)).isEqualTo(7);
          said(StockReleased.class, e -> e.orderId().equals(order));
          return crashed;
        });
  }

  @Test
  void deductingTakesOnceAtEveryWrite() {
    sweep(
        n -> {
          String sku = stocked(n, 3, 4);
          String order = held(sku, 5);
          boolean crashed =
              redelivered(n, () -> deduct.handle(room.companyId(), new DeductStock(order)));
          assertThat(room.status(order)).isEqualTo("deducted");
          assertThat(onHand(sku)).isEqualTo(2);
          said(StockDeducted.class, e -> e.orderId().equals(order));
          return crashed;
        });
  }

  @Test
  void deductingWhatWasReleasedTakesItAgainOnceAtEveryWrite() {
    sweep(
        n -> {
          String sku = stocked(n, 3, 4);
          String order = held(sku, 5);
          handled(() -> release.handle(room.companyId(), new ReleaseStock(order, "expired")));
          boolean crashed =
              redelivered(n, () -> deduct.handle(room.companyId(), new DeductStock(order)));
          assertThat(room.status(order)).isEqualTo("deducted");
          assertThat(onHand(sku)).isEqualTo(2);
          assertThat(available(sku)).isEqualTo(2);
          return crashed;
        });
  }

  @Test
  void restockingBringsBackOnceAtEveryWrite() {
    sweep(
        n -> {
          String sku = stocked(n, 3, 4);
          String order = held(sku, 5);
          handled(() -> deduct.handle(room.companyId(), new DeductStock(order)));
          var command = new RestockItems(order, "restock-" + order, List.of(), "returned");
          boolean crashed = redelivered(n, () -> restock.handle(room.companyId(), command));
          assertThat(onHand(sku)).isEqualTo(7);
          said(StockRestocked.class, e -> e.orderId().equals(order) && e.lines().size() == 2);
          return crashed;
        });
  }

  @Test
  void theSweepFinishesWhatIsNeverRedelivered() {
    String sku = stocked(0, 40, 40);
    for (int n = 2; n <= 8; n++) {
      String toHold = Stockroom.order();
      String toRelease = held(sku, 2);
      String toDeduct = held(sku, 2);
      cutOff(n, () -> hold.handle(room.companyId(), reserve(toHold, sku, 3)));
      cutOff(n, () -> release.handle(room.companyId(), new ReleaseStock(toRelease, "cancelled")));
      cutOff(n, () -> deduct.handle(room.companyId(), new DeductStock(toDeduct)));
    }
    await()
        .untilAsserted(
            () -> {
              assertThat(unsettled()).isZero();
              assertThat(room.invariants().at("/pending").asInt()).isZero();
            });
    assertThat(room.invariants().at("/clean").asBoolean()).isTrue();
    assertThat(onHand(sku) + sold()).isEqualTo(80);
    assertThat(sold()).isPositive();
  }

  @Test
  void aReceiptThatWasCutOffIsBookedOnceByTheSweep() {
    Warehouse warehouse = warehouses.get(Scope.company(room.companyId()), one);
    List<StockLine> lines = List.of(new StockLine("A", 2), new StockLine("B", 3));
    int receipts = 0;
    // The first two points are those of the receipt itself: without it nothing has been promised.
    for (int n = 2; n <= 8; n++) {
      var command = new ReceiveStock.Command(warehouse, lines, "delivery-" + n);
      assertThat(crashPoints.crashes(n, () -> receive.handle(command))).isTrue();
      receipts++;
    }
    int all = receipts;
    await()
        .untilAsserted(
            () -> {
              assertThat(onHand("A")).isEqualTo(2 * all);
              assertThat(onHand("B")).isEqualTo(3 * all);
            });
  }

  @Test
  void whatCannotGoOnYetGivesWayToOthersAndGoesOnWhenItCan() {
    String sku = stocked(0, 5, 0);
    String order = held(sku, 5);
    // Fewer are held than the order has been promised: nothing that is sold of them is sound.
    move(sku, new Movement.Release(order, 1, "test"));
    move(sku, new Movement.Hold(order, 1, 4, Instant.now().plusSeconds(600)));
    assertThatThrownBy(() -> handled(() -> deduct.handle(room.companyId(), new DeductStock(order))))
        .isInstanceOf(UnsoundStock.class);
    Instant due = dueAt(order);

    await().untilAsserted(() -> assertThat(dueAt(order)).isAfter(due));

    assertThat(room.status(order)).isEqualTo("deducting");
    move(sku, new Movement.Hold(order, 1, 5, Instant.now().plusSeconds(600)));
    await().until(() -> room.status(order), status -> status.equals("deducted"));
    assertThat(onHand(sku)).isZero();
  }

  @Test
  void aStrayHoldThatCannotBeFreedKeepsNoOthersWaiting() {
    List<String> skus = List.of(stocked(1, 5, 0), stocked(2, 5, 0));
    Instant longAgo = Instant.now().minusSeconds(60);
    skus.forEach(sku -> move(sku, new Movement.Hold("nobody", 1, 4, longAgo)));

    assertThat(crashPoints.crashes(1, strayHolds::sweep)).isFalse();

    assertThat(skus.stream().mapToLong(this::available).sum()).isGreaterThanOrEqualTo(5 + 1);
    strayHolds.sweep();
    assertThat(skus).allMatch(sku -> available(sku) == 5);
  }

  @Test
  void repairFreesStrayHoldsAndExplainsTheLedger() {
    String sku = stocked(0, 10, 0);
    StockKey key = new StockKey(room.companyId(), one, sku);
    stock.move(key, new Movement.Hold("nobody", 1, 4, Instant.now()));
    await().until(() -> room.invariants().at("/drifts").size(), size -> size == 1);
    ledger.enter(unexplained(key));

    var before = room.invariants();
    assertThat(before.at("/clean").asBoolean()).isFalse();
    assertThat(before.at("/drifts").findValuesAsString("kind"))
        .containsExactlyInAnyOrder("stray_hold", "ledger");
    var report = room.admin().post("/api/inventory/v1/repair", null).expect(200).json();

    assertThat(report.at("/repaired").size()).isEqualTo(2);
    assertThat(room.invariants().at("/clean").asBoolean()).isTrue();
    assertThat(room.figures(one, sku)).containsExactly(10L, 0L, 10L);
  }

  private void move(String sku, Movement movement) {
    var _ = stock.move(new StockKey(room.companyId(), one, sku), movement);
  }

  private Instant dueAt(String order) {
    return reservations.ofOrder(room.companyId(), order).orElseThrow().dueAt();
  }

  private StockMovement unexplained(StockKey key) {
    return new StockMovement(
        "made-up-" + key.id(),
        key.companyId(),
        key.id(),
        key.sku(),
        key.warehouseId(),
        "adjustment",
        7,
        17,
        0,
        null,
        null,
        "test",
        "test",
        Instant.now(),
        1,
        false);
  }

  private void cutOff(int nth, Runnable command) {
    var _ = crashPoints.crashes(nth, () -> handled(command));
  }

  /// Random commands, some of them cut off, all of them redelivered or left to the sweep.
  @Test
  void nothingIsLostOrMadeUnderRandomCommandsAndCrashes() {
    Random random = new Random(20_26);
    String sku = stocked(0, 15, 10);
    List<String> orders = Stockroom.orders(25);
    for (int n = 0; n < 250; n++) {
      String order = orders.get(random.nextInt(orders.size()));
      int quantity = 1 + random.nextInt(4);
      int kind = random.nextInt(6);
      Runnable command =
          () -> {
            switch (kind) {
              case 0, 1, 2 -> hold.handle(room.companyId(), reserve(order, sku, quantity));
              case 3 -> release.handle(room.companyId(), new ReleaseStock(order, "any"));
              default -> deduct.handle(room.companyId(), new DeductStock(order));
            }
          };
      String message = UUID.randomUUID().toString();
      if (crashPoints.crashes(1 + random.nextInt(14), () -> handled(message, command))
          && random.nextBoolean()) {
        handled(message, command);
      }
    }
    await()
        .untilAsserted(
            () -> {
              var findings = room.invariants();
              assertThat(findings.at("/clean").asBoolean()).as(findings.toString()).isTrue();
              assertThat(findings.at("/pending").asInt()).isZero();
              assertThat(unsettled()).isZero();
            });
    assertThat(onHand(sku) + sold()).isEqualTo(25);
  }

  private interface Scenario {
    boolean run(int nth);
  }

  private static int sweep(Scenario scenario) {
    for (int n = 1; n < MOST_POINTS; n++) {
      if (!scenario.run(n)) {
        return n - 1;
      }
    }
    throw new AssertionError("never came to its end");
  }

  /// @return whether it was cut off the first time
  private boolean redelivered(int nth, Runnable command) {
    String message = UUID.randomUUID().toString();
    boolean crashed = crashPoints.crashes(nth, () -> handled(message, command));
    handled(message, command);
    return crashed;
  }

  private static void handled(Runnable command) {
    handled(UUID.randomUUID().toString(), command);
  }

  private static void handled(String message, Runnable command) {
    ScopedValue.where(Cause.CURRENT, new Cause("test", "test", message, null)).run(command);
  }

  private String stocked(int n, int inOne, int inTwo) {
    String sku = "SKU-" + n;
    room.receive(one, sku, inOne);
    if (inTwo > 0) {
      room.receive(two, sku, inTwo);
    }
    return sku;
  }

  private String held(String sku, int quantity) {
    String order = Stockroom.order();
    handled(() -> hold.handle(room.companyId(), reserve(order, sku, quantity)));
    assertThat(room.status(order)).isEqualTo("held");
    return order;
  }

  private static io.emporium.events.inventory.ReserveStock reserve(
      String order, String sku, int quantity) {
    return Stockroom.reserve(order, new StockLine(sku, quantity));
  }

  private long onHand(String sku) {
    return sum(sku, "onHand");
  }

  private long available(String sku) {
    return sum(sku, "available");
  }

  private long sum(String sku, String figure) {
    long sum = 0;
    var items = room.manager().get("/api/inventory/v1/products?sku=" + sku).expect(200).json();
    for (var item : items.at("/items")) {
      sum += item.get(figure).asLong();
    }
    return sum;
  }

  private long unsettled() {
    long many = 0;
    for (String status : List.of("pending", "deducting", "freeing")) {
      many +=
          room.admin()
              .get("/api/inventory/v1/reservations?status=" + status)
              .json()
              .at("/totalItems")
              .asLong();
    }
    return many;
  }

  private long sold() {
    long sold = 0;
    var deducted =
        room.admin().get("/api/inventory/v1/reservations?status=deducted&size=100").json();
    for (var reservation : deducted.at("/items")) {
      for (var line : reservation.at("/held")) {
        sold += line.get("quantity").asLong();
      }
    }
    return sold;
  }

  private <T extends Fact> void said(Class<T> type, Predicate<T> condition) {
    var _ = broker.awaitPublished(type, condition);
  }
}
