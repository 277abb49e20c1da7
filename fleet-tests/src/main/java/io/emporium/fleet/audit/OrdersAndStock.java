package io.emporium.fleet.audit;

import io.emporium.fleet.audit.Books.Movement;
import io.emporium.fleet.audit.Books.Order;
import io.emporium.fleet.audit.Books.Reservation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// The units of what is sold have left, once; those of what died are back; nobody else holds any.
final class OrdersAndStock implements Check {

  private static final Set<String> HOLDING = Set.of("pending", "held", "deducting", "freeing");

  private record Moved(Map<String, Long> sold, Map<String, Long> returned) {

    static Moved nothing() {
      return new Moved(new TreeMap<>(), new TreeMap<>());
    }
  }

  @Override
  public String name() {
    return "orders and stock";
  }

  @Override
  public List<Drift> of(Books books) {
    List<Drift> drifts = new ArrayList<>();
    Map<String, Moved> moved = moved(books);
    Map<String, Reservation> reservations =
        new HashMap<>(Books.byKey(books.reservations(), Reservation::orderId));
    for (Order order : books.ordersById().values()) {
      Moved units = Objects.requireNonNullElse(moved.remove(order.id()), Moved.nothing());
      Reservation reservation = reservations.remove(order.id());
      String status = reservation == null ? "none" : reservation.status();
      for (String complaint : complaints(order, units, status)) {
        drifts.add(new Drift(name(), order.companyId(), OrdersAndPayments.show(order), complaint));
      }
    }
    moved.forEach(
        (orderId, units) ->
            drifts.add(stranger(orderId, "units were sold for an unknown order: " + units)));
    reservations.forEach(
        (orderId, reservation) -> {
          if (HOLDING.contains(reservation.status())) {
            drifts.add(stranger(orderId, "an unknown order holds stock: " + reservation));
          }
        });
    return drifts;
  }

  private Drift stranger(String orderId, String detail) {
    return new Drift(name(), Drift.NOBODY, orderId, detail);
  }

  private static List<String> complaints(Order order, Moved units, String reservation) {
    List<String> found = new ArrayList<>();
    switch (order.standing()) {
      case OPEN, STUCK -> {
        // The saga is under way; what is stuck is told by the check of payments.
      }
      case SOLD -> {
        if (!units.sold().equals(order.units())) {
          found.add(
              "is " + order.status() + ": ordered " + order.units() + ", left " + units.sold());
        }
        units
            .returned()
            .forEach(
                (sku, back) -> {
                  if (back > units.sold().getOrDefault(sku, 0L)) {
                    found.add(back + " of " + sku + " came back, sold were " + units.sold());
                  }
                });
        if (HOLDING.contains(reservation)) {
          found.add("is " + order.status() + ", its reservation is " + reservation);
        }
      }
      case DEAD -> {
        if (!units.sold().equals(units.returned())) {
          found.add(
              "is " + order.status() + ": left " + units.sold() + ", back " + units.returned());
        }
        if (HOLDING.contains(reservation)) {
          found.add("is " + order.status() + ", its reservation is " + reservation);
        }
      }
    }
    return found;
  }

  private static Map<String, Moved> moved(Books books) {
    Map<String, Moved> moved = new HashMap<>();
    for (Movement movement : books.movements()) {
      switch (movement.kind()) {
        case "sale" ->
            of(moved, movement).sold().merge(movement.sku(), -movement.delta(), Long::sum);
        case "return" ->
            of(moved, movement).returned().merge(movement.sku(), movement.delta(), Long::sum);
        default -> {
          // Receipts, adjustments and transfers belong to no order.
        }
      }
    }
    return moved;
  }

  private static Moved of(Map<String, Moved> moved, Movement movement) {
    return moved.computeIfAbsent(movement.reference(), _ -> Moved.nothing());
  }
}
