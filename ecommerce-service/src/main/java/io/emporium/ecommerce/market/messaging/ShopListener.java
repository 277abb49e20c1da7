package io.emporium.ecommerce.market.messaging;

import io.emporium.ecommerce.market.Market;
import io.emporium.ecommerce.market.SellingShop;
import io.emporium.events.Envelope;
import io.emporium.events.shop.ShopClosed;
import io.emporium.events.shop.ShopCreated;
import io.emporium.events.shop.ShopOpened;
import io.emporium.events.shop.ShopUpdated;
import io.emporium.kit.messaging.Consumes;
import io.emporium.kit.messaging.Handles;
import org.springframework.stereotype.Component;

/// Keeps the replica of shops.
@Component
@Consumes("shops")
class ShopListener {

  private final Market market;

  ShopListener(Market market) {
    this.market = market;
  }

  @Handles
  void on(ShopCreated event, Envelope<?> envelope) {
    market.keep(SellingShop.from(event.shop(), envelope.aggregateversion()));
  }

  @Handles
  void on(ShopUpdated event, Envelope<?> envelope) {
    market.keep(SellingShop.from(event.shop(), envelope.aggregateversion()));
  }

  @Handles
  void on(ShopOpened event, Envelope<?> envelope) {
    market.keep(SellingShop.from(event.shop(), envelope.aggregateversion()));
  }

  @Handles
  void on(ShopClosed event, Envelope<?> envelope) {
    market.keep(SellingShop.from(event.shop(), envelope.aggregateversion()));
  }
}
