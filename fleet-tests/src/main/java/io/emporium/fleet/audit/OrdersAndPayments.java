package io.emporium.fleet.audit;

import io.emporium.fleet.audit.Books.Order;
import io.emporium.fleet.audit.Books.Payment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is sold is paid, or its money reserved, in full and once; what died has its money back.
final class OrdersAndPayments implements Check {

  @Override
  public String name() {
    return "orders and payments";
  }

  @Override
  public List<Drift> of(Books books) {
    List<Drift> drifts = new ArrayList<>();
    Map<String, Payment> left = new HashMap<>(books.paymentsByOrder());
    for (Order order : books.ordersById().values()) {
      Payment payment = left.remove(order.id());
      String complaint =
          switch (order.standing()) {
            case OPEN -> null;
            case STUCK -> "needs a person: it is " + order.status();
            case SOLD -> sold(order, payment);
            case DEAD -> dead(payment);
          };
      if (complaint != null) {
        drifts.add(new Drift(name(), order.companyId(), show(order), complaint));
      }
    }
    for (Payment stranger : left.values()) {
      if (!stranger.status().equals("voided")) {
        drifts.add(
            new Drift(
                name(),
                Drift.NOBODY,
                stranger.id(),
                "is " + stranger.status() + " for an order that does not exist"));
      }
    }
    return drifts;
  }

  private static @Nullable String sold(Order order, @Nullable Payment payment) {
    if (order.total().amount() == 0) {
      return null;
    }
    if (payment == null) {
      return "is " + order.status() + " without a payment";
    }
    if (!payment.secured()) {
      return "is " + order.status() + ", its payment is " + payment.status();
    }
    if (!order.total().equals(payment.amount())) {
      return "costs " + order.total() + ", paid were " + payment.amount();
    }
    return payment.returned() > payment.captured()
        ? "paid were " + payment.captured() + ", given back " + payment.returned()
        : null;
  }

  private static @Nullable String dead(@Nullable Payment payment) {
    if (payment == null) {
      return null;
    }
    if (!payment.settled()) {
      return "has ended, its payment is still " + payment.status();
    }
    return payment.captured() == payment.returned()
        ? null
        : "has ended, taken were "
            + payment.captured()
            + ", given back "
            + payment.returned()
            + payment.refunds();
  }

  static String show(Order order) {
    return order.number() + " (" + order.id() + ")";
  }
}
