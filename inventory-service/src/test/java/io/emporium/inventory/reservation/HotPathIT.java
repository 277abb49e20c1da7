package io.emporium.inventory.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.events.inventory.DeductStock;
import io.emporium.events.inventory.StockChanged;
import io.emporium.events.inventory.StockDeducted;
import io.emporium.events.inventory.StockLine;
import io.emporium.events.inventory.StockReserved;
import io.emporium.inventory.CommandCounter;
import io.emporium.inventory.Stockroom;
import io.emporium.inventory.stock.StockItem;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What an order costs here. Every order of the fleet pays it, so more is a decision, not an
/// accident.
@ServiceTest
class HotPathIT {

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;
  @Autowired private CommandCounter commands;
  @Autowired private AggregateStore<StockItem> items;
  @Autowired private AggregateStore<Reservation> reservations;

  @AfterEach
  void stopListening() {
    commands.stop();
  }

  @Test
  void anOrderOfOneLineCostsFourteenDatabaseCommandsAndFourMessages() {
    Stockroom room = Stockroom.of(api);
    String main = room.warehouse("Main");
    room.receive(main, "TEA", 100);
    String first = Stockroom.order();
    reserve(room, first);
    deduct(room, first);
    awaitLedger(room, 2);
    awaitTakenOut(room);
    commands.start();

    String order = Stockroom.order();
    reserve(room, order);
    // What the relay takes out while more comes in costs two commands more.
    await()
        .untilAsserted(
            () ->
                assertThat(commands.counted(order, main))
                    .containsEntry("update reservations", 2)
                    .containsEntry("update stock_items", 2));
    deduct(room, order);
    awaitLedger(room, 3);

    TreeMap<String, Integer> wanted = new TreeMap<>();
    wanted.put("insert reservations", 1);
    wanted.put("find reservations", 1);
    // Held, deducting, deducted; and two answers taken out of the outbox.
    wanted.put("update reservations", 5);
    wanted.put("find stock_items", 2);
    // Held, sold; and two changes taken out of the outbox.
    wanted.put("update stock_items", 4);
    wanted.put("insert stock_movements", 1);
    await().untilAsserted(() -> assertThat(cost(commands.counted(order, main))).isEqualTo(wanted));
    assertThat(wanted.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(14);
    assertThat(broker.published(StockChanged.class, e -> order.equals(e.reference()))).hasSize(2);
    assertThat(broker.published(StockReserved.class, e -> e.orderId().equals(order))).hasSize(1);
    assertThat(broker.published(StockDeducted.class, e -> e.orderId().equals(order))).hasSize(1);
  }

  // The test's own looking, and what is believed for a few seconds.
  private static TreeMap<String, Integer> cost(Map<String, Integer> counted) {
    TreeMap<String, Integer> cost = new TreeMap<>(counted);
    cost.keySet().removeIf(what -> what.endsWith(" warehouses"));
    cost.keySet().removeIf(what -> what.equals("find stock_movements"));
    cost.keySet().removeIf(what -> what.startsWith("aggregate"));
    return cost;
  }

  private void reserve(Stockroom room, String order) {
    broker.deliver(room.companyId(), Stockroom.reserve(order, new StockLine("TEA", 1)));
    broker.awaitPublished(StockReserved.class, e -> e.orderId().equals(order));
  }

  private void deduct(Stockroom room, String order) {
    broker.deliver(room.companyId(), new DeductStock(order));
    broker.awaitPublished(StockDeducted.class, e -> e.orderId().equals(order));
  }

  /// What the relay has yet to take out of documents would count with the next order.
  private void awaitTakenOut(Stockroom room) {
    Scope company = Scope.company(room.companyId());
    Document pending = new Document("outboxPending", true);
    await().until(() -> items.count(company, pending) == 0);
    await().until(() -> reservations.count(company, pending) == 0);
  }

  private static void awaitLedger(Stockroom room, int many) {
    await()
        .until(
            () ->
                room.manager()
                    .get("/api/inventory/v1/movements?sku=TEA")
                    .json()
                    .at("/totalItems")
                    .asInt(),
            found -> found == many);
  }
}
