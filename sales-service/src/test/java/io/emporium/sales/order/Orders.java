package io.emporium.sales.order;

import io.emporium.events.Money;
import io.emporium.events.catalog.DeliveryAddress;
import io.emporium.events.company.TaxRate;
import io.emporium.events.payment.PaymentOptions;
import io.emporium.sales.checkout.SagaReply;
import io.emporium.sales.order.FulfilOrder.Command;
import io.emporium.sales.order.FulfilOrder.Parcel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Orders for tests of other features.
public final class Orders {

  private static final List<TaxRate> RATES =
      List.of(
          new TaxRate("standard", 1_900),
          new TaxRate("reduced", 700),
          new TaxRate("shipping", 1_900));

  private Orders() {}

  /// What somebody buys, at a price with tax.
  public record Goods(String sku, String name, int quantity, long price, String taxClass) {

    private PricedItem priced() {
      return new PricedItem("p-" + sku, sku, name, quantity, Money.of(price, "EUR"), taxClass);
    }
  }

  /// Paid and deducted.
  public static Order confirmed(String id, String company, String shop, Instant now) {
    return confirmed(id, company, shop, now, List.of(new Goods("TEA", "Tea", 3, 999, "standard")));
  }

  /// Paid and deducted: for 10.00 at 19 %, for 10.00 at 7 %.
  public static Order ofTwoRates(String id, String company, String shop, Instant now) {
    return confirmed(
        id,
        company,
        shop,
        now,
        List.of(
            new Goods("TEA", "Tea", 1, 1_000, "standard"),
            new Goods("BOOK", "Book", 1, 1_000, "reduced")));
  }

  private static Order confirmed(
      String id, String company, String shop, Instant now, List<Goods> goods) {
    return paid(
        new Placement(
            id,
            company,
            shop,
            "ORD-" + id,
            new Buyer("customer-1", "c@example.com"),
            basket(goods, 0, 0),
            new Delivery(FulfilmentMethod.PICKUP, null, null),
            Duration.ofMinutes(30),
            PaymentOptions.ANY,
            now,
            "cor-" + id,
            null));
  }

  /// With everything that an invoice may have to show.
  public static Order rich(List<Goods> items, DeliveryAddress address, Instant now) {
    return paid(
        new Placement(
            "order-1",
            "acme",
            "shop-1",
            "AC-000123",
            new Buyer("customer-1", "buyer@example.com"),
            basket(items, 500, 490),
            new Delivery(FulfilmentMethod.DELIVERY, address, null),
            Duration.ofMinutes(30),
            PaymentOptions.ANY,
            now,
            "cor-1",
            null));
  }

  /// All of it picked up.
  public static Order handedOver(Order order, Instant now) {
    var unused =
        order.fulfil(new Command("f-1", List.of(), FulfilmentState.PICKED_UP, Parcel.NONE), now);
    return order;
  }

  private static Basket basket(List<Goods> goods, long discount, long shipping) {
    return Basket.of(
        goods.stream().map(Goods::priced).toList(),
        new TaxCalculation(true, RATES),
        new Basket.Extras(Money.of(discount, "EUR"), Money.of(shipping, "EUR")));
  }

  private static Order paid(Placement placement) {
    Order order = Order.place(placement);
    for (SagaReply reply :
        List.of(
            new SagaReply.StockHeld(),
            new SagaReply.PaymentOpened(),
            new SagaReply.PaymentTaken(),
            new SagaReply.StockDeducted())) {
      var unused = order.react(reply, placement.placedAt());
    }
    return order;
  }
}
