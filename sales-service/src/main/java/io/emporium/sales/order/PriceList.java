package io.emporium.sales.order;

import io.emporium.kit.problem.Refusal;
import io.emporium.sales.offer.Marketplace;
import io.emporium.sales.offer.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What wanted items cost at this moment, as the catalogue last announced it.
@Component
class PriceList {

  /// @param shopId whose they all are
  record Priced(List<PricedItem> items, String shopId) {}

  private final Marketplace marketplace;

  PriceList(Marketplace marketplace) {
    this.marketplace = marketplace;
  }

  /// @param wanted at least one
  /// @throws Refusal when something is not on sale, or the items are of several shops
  Priced of(List<WantedItem> wanted) {
    Map<String, Offer> offers =
        marketplace.offers(wanted.stream().map(WantedItem::productId).distinct().toList());
    List<PricedItem> items = price(wanted, offers);
    return new Priced(items, onlyShop(wanted, offers));
  }

  private static List<PricedItem> price(List<WantedItem> items, Map<String, Offer> offers) {
    List<PricedItem> priced = new ArrayList<>();
    for (WantedItem item : items) {
      String pointer = "/items/" + priced.size();
      Offer offer = offers.get(item.productId());
      if (offer == null || !offer.published()) {
        throw new ProductNotAvailable(pointer + "/productId");
      }
      Offer.Variant variant =
          offer.variant(item.sku()).orElseThrow(() -> new ProductNotAvailable(pointer + "/sku"));
      priced.add(
          new PricedItem(
              offer.productId(),
              variant.sku(),
              offer.name(),
              item.quantity(),
              variant.price(),
              variant.taxClass()));
    }
    return priced;
  }

  private static String onlyShop(List<WantedItem> items, Map<String, Offer> offers) {
    List<String> shops =
        items.stream()
            .flatMap(item -> Optional.ofNullable(offers.get(item.productId())).stream())
            .map(Offer::shopId)
            .distinct()
            .toList();
    if (shops.size() != 1) {
      throw Refusal.rule("several_shops", "All items of one order must be of one shop");
    }
    return shops.getFirst();
  }
}
