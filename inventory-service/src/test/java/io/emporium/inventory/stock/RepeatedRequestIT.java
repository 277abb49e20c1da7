package io.emporium.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.events.inventory.StockLine;
import io.emporium.inventory.Stockroom;
import io.emporium.inventory.movement.Ledger;
import io.emporium.inventory.replica.CompanyRules;
import io.emporium.inventory.replica.ProductDirectory;
import io.emporium.inventory.warehouse.Warehouse;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A request whose answer was lost is sent again under its key, and so has the same id, when the
/// item has long forgotten it.
@ServiceTest
class RepeatedRequestIT {

  // More than an item remembers of what is old.
  private static final int OTHERS = 60;

  @Autowired private TestApi api;
  @Autowired private AggregateStore<Warehouse> warehouses;
  @Autowired private AggregateStore<Receipt> receipts;
  @Autowired private AggregateStore<StockItem> store;
  @Autowired private CompanyRules rules;
  @Autowired private ProductDirectory products;
  @Autowired private StockItems stock;
  @Autowired private Ledger ledger;

  private final String id = UUID.randomUUID().toString();
  private Stockroom room;
  private Scope company;
  private Warehouse main;

  @BeforeEach
  void openRoom() {
    room = Stockroom.of(api);
    company = Scope.company(room.companyId());
    main = warehouses.get(company, room.warehouse("Main"));
  }

  @Test
  void aReceiptIsBookedOnce() {
    ReceiveStock receive = new ReceiveStock(receipts, stock, () -> id, Clock.systemUTC());
    var command = new ReceiveStock.Command(main, List.of(new StockLine("TEA", 5)), null);
    var _ = receive.handle(command);
    makeItForget("TEA");

    ReceiveStock.Received again = receive.handle(command);

    assertThat(again.receipt().id()).isEqualTo(id);
    assertThat(again.items()).extracting(StockItem::onHand).containsExactly(5L + OTHERS);
  }

  @Test
  void anAdjustmentIsBookedOnce() {
    room.receive(main.id(), "TEA", 9);
    AdjustStock adjust = new AdjustStock(stock, store, ledger, () -> id);
    var command = new AdjustStock.Command(main, "TEA", -2, "broken");
    var _ = adjust.handle(command);
    var entry = new Ledger.Filter("TEA", main.id(), id);
    await().until(() -> ledger.has(company, "adjustment", entry));
    makeItForget("TEA");

    AdjustStock.Adjusted again = adjust.handle(command);

    assertThat(again.id()).isEqualTo(id);
    assertThat(again.item().onHand()).isEqualTo(7L + OTHERS);
  }

  private void makeItForget(String sku) {
    Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(6));
    StockItems laterStock = new StockItems(store, rules, products, later);
    StockKey key = new StockKey(room.companyId(), main.id(), sku);
    for (int n = 0; n < OTHERS; n++) {
      var _ = laterStock.move(key, Movement.receipt("other-" + n, 1, null));
    }
  }
}
