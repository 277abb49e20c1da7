package io.emporium.ecommerce.market.messaging;

import io.emporium.ecommerce.market.OpenDoors;
import io.emporium.ecommerce.market.SellingCompany;
import io.emporium.ecommerce.market.SellingShop;
import io.emporium.events.company.CompanyEvent;
import io.emporium.events.shop.ShopClosed;
import io.emporium.events.shop.ShopCreated;
import io.emporium.events.shop.ShopOpened;
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
  void on(ShopCreated event) {
    doors.learn(SellingShop.from(event.shop()));
  }

  @Handles
  void on(ShopOpened event) {
    doors.learn(SellingShop.from(event.shop()));
  }

  @Handles
  void on(ShopClosed event) {
    doors.learn(SellingShop.from(event.shop()));
  }

  @Handles
  void on(CompanyEvent event) {
    doors.learn(SellingCompany.from(CompanyListener.snapshot(event)));
  }
}
