package io.emporium.sales.order;

import io.emporium.events.payment.PaymentChoice;
import io.emporium.kit.ids.Ids;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import io.emporium.sales.offer.CompanyTerms;
import io.emporium.sales.offer.Marketplace;
import io.emporium.sales.offer.ShopTerms;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A customer orders from one shop. One document is written; stock and payment follow.
@Component
public class PlaceOrder {

  /// @param items at least one, all of one shop
  /// @param payment null when the customer says later how they pay
  public record Command(
      Buyer buyer, List<WantedItem> items, Delivery delivery, @Nullable PaymentChoice payment) {}

  private final AggregateStore<Order> orders;
  private final PriceList prices;
  private final Marketplace marketplace;
  private final Acceptance acceptance;
  private final Ids ids;

  PlaceOrder(
      AggregateStore<Order> orders,
      PriceList prices,
      Marketplace marketplace,
      Acceptance acceptance,
      Ids ids) {
    this.orders = orders;
    this.prices = prices;
    this.marketplace = marketplace;
    this.acceptance = acceptance;
    this.ids = ids;
  }

  public Order handle(Command command) {
    PriceList.Priced priced = prices.of(command.items());
    ShopTerms shop = marketplace.shop(priced.shopId());
    CompanyTerms company = marketplace.company(shop.companyId());
    shop.requireSelling(company);
    requireOffered(shop, command.delivery());
    Acceptance.Request request =
        new Acceptance.Request(
            ids.next(),
            command.buyer(),
            priced.items(),
            command.delivery(),
            shop,
            command.payment(),
            null);
    Order order = Order.place(acceptance.of(request, company));
    // An id that is taken is this very request, sent again with its idempotency key.
    return orders.create(order)
        ? order
        : orders.get(Scope.customer(command.buyer().customerId()), order.id());
  }

  private static void requireOffered(ShopTerms shop, Delivery delivery) {
    if (!shop.offers(delivery.method().wireName())) {
      throw Refusal.rule(
          "fulfilment_not_offered", "The shop does not offer " + delivery.method().wireName());
    }
  }
}
