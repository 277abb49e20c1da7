package io.emporium.inventory.warehouse;

import io.emporium.inventory.settings.InventoryProperties;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.tenancy.Scope;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// The warehouses of a company, oldest first. Every order asks for them, so the answer is believed
/// for a few seconds; who is about to refuse something asks for a fresh one.
@Component
public class WarehouseDirectory {

  private static final int MOST = 1_000;

  private record Known(List<Warehouse> warehouses, Instant until) {}

  private final AggregateStore<Warehouse> store;
  private final InventoryProperties properties;
  private final Clock clock;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  WarehouseDirectory(AggregateStore<Warehouse> store, InventoryProperties properties, Clock clock) {
    this.store = store;
    this.properties = properties;
    this.clock = clock;
  }

  public List<Warehouse> of(String companyId) {
    Known found = known.get(companyId);
    return found != null && clock.instant().isBefore(found.until())
        ? found.warehouses()
        : fresh(companyId);
  }

  public List<Warehouse> fresh(String companyId) {
    List<Warehouse> found =
        store.list(
            Scope.company(companyId), new Document(), PageQuery.first(MOST).sortedBy("_id", true));
    known.put(
        companyId,
        new Known(List.copyOf(found), clock.instant().plus(properties.warehouseCache())));
    return found;
  }

  public void forget(String companyId) {
    known.remove(companyId);
  }
}
