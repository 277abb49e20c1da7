package io.emporium.fleet.audit;

import io.emporium.fleet.audit.Books.Order;
import io.emporium.fleet.audit.Books.Payment;
import io.emporium.fleet.audit.Books.Sales;
import io.emporium.fleet.audit.Books.Standing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Analytics knows what was sold, net of refunds and of what was never taken, to the cent.
final class AnalyticsAndOrders implements Check {

  /// What the orders of a company come to. Whether one that was paid and then cancelled had been
  /// confirmed in between cannot be seen from its end, so the number of sales is a range; its
  /// revenue is nothing either way.
  private static final class Truth {
    private long sold;
    private long perhapsSold;
    private final Map<String, Long> net = new TreeMap<>();

    void add(Order order, @Nullable Payment payment) {
      long refunded = payment == null ? 0 : payment.refunded();
      long leftFree = payment == null ? 0 : payment.leftFree();
      if (order.standing() == Standing.SOLD) {
        sold++;
        net.merge(order.total().currency(), kept(order, refunded + leftFree), Long::sum);
      } else if (order.standing() == Standing.STUCK || refunded > 0 || isFree(order)) {
        perhapsSold++;
      }
    }

    // Nothing goes back for it, however far it had come.
    private static boolean isFree(Order order) {
      return order.total().amount() == 0;
    }

    // What is not kept takes from net and tax in proportion, as analytics does it. Of a reservation
    // that was given free the same money counts twice, hence at most all of it.
    private static long kept(Order order, long notKept) {
      long total = order.total().amount();
      long net = total - order.tax();
      long share = Math.min(notKept, total);
      if (share <= 0) {
        return net;
      }
      long ofTax =
          BigDecimal.valueOf(share)
              .multiply(BigDecimal.valueOf(order.tax()))
              .divide(BigDecimal.valueOf(total), 0, RoundingMode.HALF_UP)
              .longValueExact();
      return net - (share - ofTax);
    }
  }

  @Override
  public String name() {
    return "analytics and orders";
  }

  @Override
  public List<Drift> of(Books books) {
    Map<String, Payment> payments = books.paymentsByOrder();
    Map<String, Truth> truths = new TreeMap<>();
    for (Order order : books.ordersById().values()) {
      truths
          .computeIfAbsent(order.companyId(), _ -> new Truth())
          .add(order, payments.get(order.id()));
    }
    List<Drift> drifts = new ArrayList<>();
    books
        .analytics()
        .forEach(
            (companyId, told) -> {
              Truth truth = truths.getOrDefault(companyId, new Truth());
              compare(told, truth)
                  .forEach(detail -> drifts.add(new Drift(name(), companyId, "all sales", detail)));
            });
    return drifts;
  }

  private static List<String> compare(Sales told, Truth truth) {
    List<String> found = new ArrayList<>();
    if (told.orders() < truth.sold || told.orders() > truth.sold + truth.perhapsSold) {
      found.add(
          "counts %d sales, the orders %d to %d"
              .formatted(told.orders(), truth.sold, truth.sold + truth.perhapsSold));
    }
    TreeSet<String> currencies = new TreeSet<>(told.net().keySet());
    currencies.addAll(truth.net.keySet());
    for (String currency : currencies) {
      long says = told.net().getOrDefault(currency, 0L);
      long is = truth.net.getOrDefault(currency, 0L);
      if (says != is) {
        found.add("net revenue %d %s, the orders %d".formatted(says, currency, is));
      }
    }
    return found;
  }
}
