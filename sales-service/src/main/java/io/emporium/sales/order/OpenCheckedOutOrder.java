package io.emporium.sales.order;

import io.emporium.events.catalog.CartCheckedOut;
import io.emporium.events.catalog.CheckedOutLine;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Outcome;
import io.emporium.sales.offer.CompanyTerms;
import io.emporium.sales.offer.Marketplace;
import io.emporium.sales.offer.Offer;
import io.emporium.sales.offer.ShopTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A cart was checked out: the order that its customer was promised comes to be, if only to say why
/// it cannot be accepted. The price is the one that the customer has seen, or there is no sale.
@Component
public class OpenCheckedOutOrder {

  private final AggregateStore<Order> orders;
  private final Marketplace marketplace;
  private final Acceptance acceptance;

  OpenCheckedOutOrder(
      AggregateStore<Order> orders, Marketplace marketplace, Acceptance acceptance) {
    this.orders = orders;
    this.marketplace = marketplace;
    this.acceptance = acceptance;
  }

  /// @throws Refusal not found while a product of the cart is unknown here: it is on its way
  public Outcome handle(CartCheckedOut cart) {
    Map<String, Offer> offers =
        marketplace.offers(
            cart.lines().stream().map(CheckedOutLine::productId).distinct().toList());
    ShopTerms shop = marketplace.shop(cart.shopId());
    CompanyTerms company = marketplace.company(shop.companyId());

    List<PricedItem> items = new ArrayList<>();
    for (CheckedOutLine line : cart.lines()) {
      items.add(asSeen(line, offers.get(line.productId())));
    }
    Acceptance.Request request =
        new Acceptance.Request(
            cart.orderId(),
            new Buyer(cart.customerId(), cart.customerEmail()),
            items,
            delivery(cart),
            shop,
            null,
            null);
    Placement placement = acceptance.of(request, company);
    Order order =
        obstacle(cart, offers, shop, company)
            .map(reason -> Order.rejected(placement, reason))
            .orElseGet(() -> Order.place(placement));
    return orders.create(order) ? Outcome.APPLIED : Outcome.ALREADY;
  }

  private static PricedItem asSeen(CheckedOutLine line, @Nullable Offer offer) {
    if (offer == null) {
      throw Refusal.notFound("product", line.productId());
    }
    return new PricedItem(
        line.productId(),
        line.sku(),
        offer.name(),
        line.quantity(),
        line.unitPrice(),
        offer.variant(line.sku()).map(Offer.Variant::taxClass).orElse("standard"));
  }

  private static Delivery delivery(CartCheckedOut cart) {
    FulfilmentMethod method =
        FulfilmentMethod.fromWire(cart.fulfilment())
            .orElseThrow(
                () -> new IllegalArgumentException("unknown fulfilment " + cart.fulfilment()));
    return new Delivery(method, cart.address(), cart.note());
  }

  private static Optional<String> obstacle(
      CartCheckedOut cart, Map<String, Offer> offers, ShopTerms shop, CompanyTerms company) {
    if (!shop.open() || !company.active()) {
      return Optional.of("shop_not_selling");
    }
    return cart.lines().stream()
        .flatMap(line -> obstacle(line, offers.get(line.productId()), shop).stream())
        .findFirst();
  }

  private static Optional<String> obstacle(
      CheckedOutLine line, @Nullable Offer offer, ShopTerms shop) {
    if (offer == null || !offer.published() || !offer.shopId().equals(shop.shopId())) {
      return Optional.of("product_not_available");
    }
    Optional<Offer.Variant> variant = offer.variant(line.sku());
    if (variant.isEmpty()) {
      return Optional.of("product_not_available");
    }
    return variant.get().price().equals(line.unitPrice())
        ? Optional.empty()
        : Optional.of("price_changed");
  }
}
