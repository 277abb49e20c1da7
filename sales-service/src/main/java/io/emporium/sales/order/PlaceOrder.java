package io.emporium.sales.order;

import io.emporium.kit.ids.Ids;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import io.emporium.sales.offer.CompanyTerms;
import io.emporium.sales.offer.Marketplace;
import io.emporium.sales.offer.Offer;
import io.emporium.sales.offer.ShopTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// A customer orders from one shop. One document is written; stock and payment follow.
@Component
public class PlaceOrder {

  /// @param items at least one, all of one shop
  public record Command(Buyer buyer, List<WantedItem> items, Delivery delivery) {}

  private final AggregateStore<Order> orders;
  private final Marketplace marketplace;
  private final Acceptance acceptance;
  private final Ids ids;

  PlaceOrder(
      AggregateStore<Order> orders, Marketplace marketplace, Acceptance acceptance, Ids ids) {
    this.orders = orders;
    this.marketplace = marketplace;
    this.acceptance = acceptance;
    this.ids = ids;
  }

  public Order handle(Command command) {
    Map<String, Offer> offers =
        marketplace.offers(command.items().stream().map(WantedItem::productId).distinct().toList());
    List<PricedItem> items = price(command.items(), offers);
    ShopTerms shop = marketplace.shop(onlyShop(command.items(), offers));
    CompanyTerms company = marketplace.company(shop.companyId());
    requireSelling(shop, company, command.delivery());

    Acceptance.Request request =
        new Acceptance.Request(ids.next(), command.buyer(), items, command.delivery(), shop);
    Order order = Order.place(acceptance.of(request, company));
    // An id that is taken is this very request, sent again with its idempotency key.
    return orders.create(order)
        ? order
        : orders.get(Scope.customer(command.buyer().customerId()), order.id());
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

  private static void requireSelling(ShopTerms shop, CompanyTerms company, Delivery delivery) {
    if (!shop.open() || !company.active()) {
      throw Refusal.conflict("shop_not_selling", "The shop takes no orders at present");
    }
    if (!shop.offers(delivery.method().wireName())) {
      throw Refusal.rule(
          "fulfilment_not_offered", "The shop does not offer " + delivery.method().wireName());
    }
  }
}
