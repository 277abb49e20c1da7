package io.emporium.fleet.audit;

import io.emporium.fleet.audit.Books.Money;
import io.emporium.fleet.audit.Books.Order;
import io.emporium.fleet.audit.Books.Payment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an order says went back is what its payment gave back, and its payment status says so.
///
/// A refund that is under way counts on neither side before it has succeeded; one that the order
/// has not heard of yet is on its way to it.
final class OrdersAndRefunds implements Check {

  @Override
  public String name() {
    return "orders and refunds";
  }

  @Override
  public List<Drift> of(Books books) {
    List<Drift> drifts = new ArrayList<>();
    Map<String, Payment> payments = books.paymentsByOrder();
    for (Order order : books.ordersById().values()) {
      String complaint = complaint(order, payments.get(order.id()));
      if (complaint != null) {
        drifts.add(new Drift(name(), order.companyId(), OrdersAndPayments.show(order), complaint));
      }
    }
    return drifts;
  }

  private static @Nullable String complaint(Order order, @Nullable Payment payment) {
    long back = payment == null ? 0 : payment.refunded();
    long told = order.paid().refunded();
    if (told != back) {
      return "says %d went back, its payment gave back %d".formatted(told, back);
    }
    long taken = payment == null ? 0 : taken(payment);
    String status = order.paid().status();
    return fits(status, back, taken)
        ? null
        : "says it is %s, of %d taken %d went back".formatted(status, taken, back);
  }

  /// The order counts reserved money as taken as long as it has not heard how much was.
  private static long taken(Payment payment) {
    Money amount = payment.amount();
    return payment.captured() == 0 && amount != null ? amount.amount() : payment.captured();
  }

  private static boolean fits(String status, long back, long taken) {
    return switch (status) {
      case "pending", "open", "none", "paid" -> back == 0;
      case "partially_refunded" -> back > 0 && back < taken;
      // All is to go back, and some of it may have gone by hand before.
      case "refunding" -> back < taken;
      case "refunded" -> back == taken;
      default -> false;
    };
  }
}
