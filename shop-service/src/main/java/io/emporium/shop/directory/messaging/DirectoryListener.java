package io.emporium.shop.directory.messaging;

import io.emporium.events.Envelope;
import io.emporium.events.shop.ShopClosed;
import io.emporium.events.shop.ShopCreated;
import io.emporium.events.shop.ShopOpened;
import io.emporium.events.shop.ShopUpdated;
import io.emporium.kit.messaging.Consumes;
import io.emporium.kit.messaging.Handles;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.SharedStore;
import io.emporium.kit.tenancy.Scope;
import io.emporium.shop.directory.PublicShop;
import io.emporium.shop.registry.Shop;
import org.springframework.stereotype.Component;

/// Rewrites the public face of a shop after each of its changes. The shop is read afresh, since
/// events carry less than the directory shows; a message that is late therefore does no harm.
@Component
@Consumes("directory")
class DirectoryListener {

  private final AggregateStore<Shop> shops;
  private final SharedStore<PublicShop> directory;

  DirectoryListener(AggregateStore<Shop> shops, SharedStore<PublicShop> directory) {
    this.shops = shops;
    this.directory = directory;
  }

  @Handles
  void on(ShopCreated event, Envelope<?> envelope) {
    show(event.shop().companyId(), envelope.subject());
  }

  @Handles
  void on(ShopUpdated event, Envelope<?> envelope) {
    show(event.shop().companyId(), envelope.subject());
  }

  @Handles
  void on(ShopOpened event, Envelope<?> envelope) {
    show(event.shop().companyId(), envelope.subject());
  }

  @Handles
  void on(ShopClosed event, Envelope<?> envelope) {
    show(event.shop().companyId(), envelope.subject());
  }

  private void show(String companyId, String shopId) {
    Shop shop = shops.get(Scope.company(companyId), shopId);
    var _ = directory.replaceIfNewer(PublicShop.from(shop), shop.version());
  }
}
