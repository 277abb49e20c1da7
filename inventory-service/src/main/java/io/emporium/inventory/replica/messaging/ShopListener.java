package io.emporium.inventory.replica.messaging;

import io.emporium.events.Envelope;
import io.emporium.events.shop.ShopClosed;
import io.emporium.events.shop.ShopCreated;
import io.emporium.events.shop.ShopOpened;
import io.emporium.events.shop.ShopSnapshot;
import io.emporium.events.shop.ShopUpdated;
import io.emporium.inventory.replica.ShopReplica;
import io.emporium.kit.messaging.Consumes;
import io.emporium.kit.messaging.Handles;
import io.emporium.kit.store.SharedStore;
import org.springframework.stereotype.Component;

@Component
@Consumes("shops")
class ShopListener {

  private final SharedStore<ShopReplica> shops;

  ShopListener(SharedStore<ShopReplica> shops) {
    this.shops = shops;
  }

  @Handles
  void on(ShopCreated event, Envelope<?> envelope) {
    keep(event.shop(), envelope);
  }

  @Handles
  void on(ShopUpdated event, Envelope<?> envelope) {
    keep(event.shop(), envelope);
  }

  @Handles
  void on(ShopOpened event, Envelope<?> envelope) {
    keep(event.shop(), envelope);
  }

  @Handles
  void on(ShopClosed event, Envelope<?> envelope) {
    keep(event.shop(), envelope);
  }

  private void keep(ShopSnapshot shop, Envelope<?> envelope) {
    ShopReplica replica =
        new ShopReplica(shop.shopId(), shop.companyId(), shop.warehousePriority());
    var _ = shops.replaceIfNewer(replica, envelope.aggregateversion());
  }
}
