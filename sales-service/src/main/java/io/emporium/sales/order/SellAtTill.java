package io.emporium.sales.order;

import io.emporium.kit.ids.Ids;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import io.emporium.sales.offer.CompanyTerms;
import io.emporium.sales.offer.Marketplace;
import io.emporium.sales.offer.ShopTerms;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/// Staff sell what lies on the counter. The sale is an order like any other and goes through the
/// same saga: its stock is held, its payment is opened and at once confirmed in the name of the
/// person at the till, the stock is deducted, and the goods count as picked up. Each step follows
/// from the order's own document, so a sale goes on by itself when the request that began it dies.
@Component
public class SellAtTill {

  private static final Duration PATIENCE = Duration.ofSeconds(8);

  /// @param items at least one, all of the shop
  public record Command(String shopId, Buyer buyer, List<WantedItem> items, TillPayment payment) {}

  private final AggregateStore<Order> orders;
  private final PriceList prices;
  private final Marketplace marketplace;
  private final Acceptance acceptance;
  private final OrderWatch watch;
  private final Ids ids;

  SellAtTill(
      AggregateStore<Order> orders,
      PriceList prices,
      Marketplace marketplace,
      Acceptance acceptance,
      OrderWatch watch,
      Ids ids) {
    this.orders = orders;
    this.prices = prices;
    this.marketplace = marketplace;
    this.acceptance = acceptance;
    this.watch = watch;
    this.ids = ids;
  }

  /// @param companyId of the person at the till
  /// @return the sale; complete, or under way when it takes longer than a customer waits
  /// @throws Refusal when it cannot be sold, with the saga's reason as the code
  public Order handle(String companyId, Command command) {
    ShopTerms shop =
        marketplace
            .findShop(command.shopId())
            .filter(found -> found.companyId().equals(companyId))
            .orElseThrow(() -> Refusal.notFound("shop", command.shopId()));
    CompanyTerms company = marketplace.company(companyId);
    shop.requireSelling(company);
    PriceList.Priced priced = prices.of(command.items());
    if (!priced.shopId().equals(command.shopId())) {
      throw Refusal.rule("product_of_another_shop", "The items are not of this shop");
    }
    Acceptance.Request request =
        new Acceptance.Request(
            ids.next(),
            command.buyer(),
            priced.items(),
            new Delivery(FulfilmentMethod.IN_STORE, null, null),
            shop,
            null,
            command.payment());
    Order order = Order.place(acceptance.of(request, company));
    // An id that is taken is this very sale, sent again with its idempotency key.
    var _ = orders.create(order);
    Order sale = watch.await(Scope.company(companyId), order.id(), SellAtTill::over, PATIENCE);
    if (sale.checkout().dead()) {
      String reason = sale.checkout().reason();
      throw Refusal.conflict(
          reason == null ? "sale_called_off" : reason,
          "The sale " + sale.number() + " did not come about; give the money back");
    }
    return sale;
  }

  private static boolean over(Order order) {
    return order.status() == OrderStatus.COMPLETED
        || order.status() == OrderStatus.NEEDS_ATTENTION
        || order.checkout().dead();
  }
}
