package io.emporium.inventory.replica;

import io.emporium.inventory.settings.InventoryProperties;
import io.emporium.kit.store.SharedStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// Shops that have been heard of. Every order asks for its own, so an answer is believed for a few
/// seconds; a shop that was not known is asked for again.
@Component
public class ShopDirectory {

  private record Known(ShopReplica shop, Instant until) {}

  private final SharedStore<ShopReplica> store;
  private final InventoryProperties properties;
  private final Clock clock;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  ShopDirectory(SharedStore<ShopReplica> store, InventoryProperties properties, Clock clock) {
    this.store = store;
    this.properties = properties;
    this.clock = clock;
  }

  public Optional<ShopReplica> find(String shopId) {
    Known found = known.get(shopId);
    if (found != null && clock.instant().isBefore(found.until())) {
      return Optional.of(found.shop());
    }
    Optional<ShopReplica> shop = store.find(shopId);
    shop.ifPresent(
        one ->
            known.put(shopId, new Known(one, clock.instant().plus(properties.warehouseCache()))));
    return shop;
  }
}
