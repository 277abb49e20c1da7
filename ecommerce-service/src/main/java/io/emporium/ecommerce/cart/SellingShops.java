package io.emporium.ecommerce.cart;

import io.emporium.ecommerce.market.Market;
import io.emporium.ecommerce.market.OpenDoors;
import io.emporium.ecommerce.market.SellingShop;
import io.emporium.events.Money;
import io.emporium.kit.problem.Refusal;
import java.util.List;
import org.springframework.stereotype.Component;

/// What the shops of a cart have to say about buying it.
@Component
class SellingShops {

  private final Market market;
  private final OpenDoors doors;

  SellingShops(Market market, OpenDoors doors) {
    this.market = market;
    this.doors = doors;
  }

  boolean sells(CartLine line) {
    return doors.areOpen(line.companyId(), line.shopId());
  }

  /// What a company charges in another currency than its own was priced before it changed its mind.
  boolean charges(String companyId, Money price) {
    return market
        .company(companyId)
        .map(company -> company.currency().equals(price.currency()))
        .orElse(true);
  }

  void requireOffered(Cart cart, String fulfilment) {
    List<String> ids = cart.lines().stream().map(CartLine::shopId).distinct().toList();
    if (ids.isEmpty()) {
      return;
    }
    for (SellingShop shop : market.shops(ids)) {
      if (!shop.offers(fulfilment)) {
        throw Refusal.rule("fulfilment_not_offered", shop.name() + " does not offer " + fulfilment);
      }
    }
  }
}
