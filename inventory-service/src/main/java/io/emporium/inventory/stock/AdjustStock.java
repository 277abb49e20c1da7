package io.emporium.inventory.stock;

import io.emporium.inventory.movement.Ledger;
import io.emporium.inventory.warehouse.Warehouse;
import io.emporium.kit.ids.Ids;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import org.springframework.stereotype.Component;

/// Somebody counted, found or lost units, and says why.
@Component
public class AdjustStock {

  public record Command(Warehouse warehouse, String sku, long delta, String reason) {
    StockKey key() {
      return new StockKey(warehouse.owner(), warehouse.id(), sku);
    }
  }

  /// @param id of the adjustment, the reference of its movement
  public record Adjusted(String id, StockItem item) {}

  private final StockItems stock;
  private final AggregateStore<StockItem> store;
  private final Ledger ledger;
  private final Ids ids;

  AdjustStock(StockItems stock, AggregateStore<StockItem> store, Ledger ledger, Ids ids) {
    this.stock = stock;
    this.store = store;
    this.ledger = ledger;
    this.ids = ids;
  }

  public Adjusted handle(Command command) {
    String id = ids.next();
    StockKey key = command.key();
    Scope company = Scope.company(key.companyId());
    if (command.delta() > 0) {
      var _ = stock.ensure(key, command.warehouse().name());
    } else if (store.find(company, key.id()).isEmpty()) {
      throw Refusal.rule(
          "sku_not_stocked", "There has never been any " + key.sku() + " in this warehouse");
    }
    // Sent again with its idempotency key, it may be older than what the item remembers; what is
    // too young to stand in the ledger, the item knows.
    var entry = new Ledger.Filter(key.sku(), key.warehouseId(), id);
    if (ledger.has(company, MovementKind.ADJUSTMENT.wireName(), entry)) {
      return new Adjusted(id, store.get(company, key.id()));
    }
    Movement movement = Movement.adjustment(id, command.delta(), command.reason());
    return new Adjusted(id, stock.move(key, movement));
  }
}
