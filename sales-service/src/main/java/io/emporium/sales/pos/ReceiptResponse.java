package io.emporium.sales.pos;

import io.emporium.events.Money;
import io.emporium.sales.order.Basket;
import io.emporium.sales.order.Order;
import io.emporium.sales.order.OrderLine;
import io.emporium.sales.order.OrderStatus;
import io.emporium.sales.order.TillPayment;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a receipt says.
///
/// @param status completed, or where the sale is on its way
/// @param invoiceNumber null until the invoice is written, moments after the payment
record ReceiptResponse(
    String id,
    String number,
    OrderStatus status,
    String shop,
    String shopId,
    Instant soldAt,
    List<OrderLine> lines,
    List<Tax> taxes,
    Money subtotal,
    Money discount,
    Money tax,
    Money total,
    Paid payment,
    @Nullable String invoiceNumber,
    Links links) {

  record Tax(int basisPoints, Money net, Money tax) {

    Tax plus(Tax other) {
      return new Tax(basisPoints, net.plus(other.net), tax.plus(other.tax));
    }
  }

  /// @param change null where nothing was said of what was handed over
  record Paid(
      String method,
      String reference,
      String staffId,
      @Nullable Money tendered,
      @Nullable Money change) {

    static Paid of(TillPayment till, Money total) {
      Money tendered = till.tendered();
      return new Paid(
          till.method(),
          till.reference(),
          till.staffId(),
          tendered,
          tendered == null ? null : tendered.minus(total));
    }
  }

  record Links(String self, String order, String invoice) {}

  static ReceiptResponse of(Order sale, String shop, @Nullable String invoiceNumber) {
    Basket basket = sale.basket();
    String order = "/api/orders/" + sale.id();
    return new ReceiptResponse(
        sale.id(),
        sale.number(),
        sale.status(),
        shop,
        sale.shopId(),
        sale.placedAt(),
        basket.lines(),
        taxes(basket.lines()),
        basket.subtotal(),
        basket.discount(),
        basket.tax(),
        basket.total(),
        Paid.of(Objects.requireNonNull(sale.till(), "a sale is paid at the till"), basket.total()),
        invoiceNumber,
        new Links("/api/pos/sales/" + sale.id(), order, order + "/invoice"));
  }

  private static List<Tax> taxes(List<OrderLine> lines) {
    TreeMap<Integer, Tax> byRate = new TreeMap<>();
    lines.forEach(
        line ->
            byRate.merge(
                line.taxBasisPoints(),
                new Tax(line.taxBasisPoints(), line.net(), line.tax()),
                Tax::plus));
    return List.copyOf(byRate.values());
  }
}
