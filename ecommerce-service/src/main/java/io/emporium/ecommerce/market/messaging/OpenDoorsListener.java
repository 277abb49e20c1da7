package io.emporium.ecommerce.market.messaging;

import io.emporium.ecommerce.market.OpenDoors;
import io.emporium.ecommerce.market.SellingCompany;
import io.emporium.ecommerce.market.SellingShop;
import io.emporium.events.Envelope;
import io.emporium.events.company.CompanyEvent;
import io.emporium.events.shop.ShopClosed;
import io.emporium.events.shop.ShopCreated;
import io.emporium.events.shop.ShopOpened;
import io.emporium.events.shop.ShopSnapshot;
import io.emporium.events.shop.ShopUpdated;
import io.emporium.kit.messaging.Consumes;
import io.emporium.kit.messaging.Handles;
import org.springframework.stereotype.Component;

/// Tells this instance at once who stopped or began selling. One at a time, so in order.
@Component
@Consumes(value = "doors", concurrency = 1, perInstance = true)
class OpenDoorsListener {

  private final OpenDoors doors;

  OpenDoorsListener(OpenDoors doors) {
    this.doors = doors;
  }

  @Handles
  void on(ShopCreated event, Envelope<?> envelope) {
    learn(event.shop(), envelope);
  }

  /// Also the news of a pause.
  @Handles
  void on(ShopUpdated event, Envelope<?> envelope) {
    learn(event.shop(), envelope);
  }

  @Handles
  void on(ShopOpened event, Envelope<?> envelope) {
    learn(event.shop(), envelope);
  }

  @Handles
  void on(ShopClosed event, Envelope<?> envelope) {
    learn(event.shop(), envelope);
  }

  @Handles
  void on(CompanyEvent event, Envelope<?> envelope) {
    doors.learn(SellingCompany.from(CompanyListener.snapshot(event), envelope.aggregateversion()));
  }

  private void learn(ShopSnapshot shop, Envelope<?> envelope) {
    doors.learn(SellingShop.from(shop, envelope.aggregateversion()));
  }
}
