package io.emporium.inventory.reservation;

import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.tenancy.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reservations for people and for the check.
@Component
public class FindReservation {

  private final AggregateStore<Reservation> store;

  FindReservation(AggregateStore<Reservation> store) {
    this.store = store;
  }

  public Page<Reservation> page(Scope scope, @Nullable ReservationStatus status, PageQuery page) {
    Document filter = status == null ? new Document() : new Document("status", status.name());
    return store.page(scope, filter, page);
  }

  public Reservation byOrder(Scope scope, String orderId) {
    return store.get(scope, Reservation.idOf(orderId));
  }

  /// Those of the orders that have one, by order.
  public Map<String, Reservation> ofOrders(Scope scope, Set<String> orderIds) {
    if (orderIds.isEmpty()) {
      return Map.of();
    }
    List<String> ids = orderIds.stream().map(Reservation::idOf).toList();
    Document among = new Document("_id", new Document("$in", ids));
    return store.list(scope, among, PageQuery.first(ids.size())).stream()
        .collect(Collectors.toMap(Reservation::orderId, Function.identity()));
  }

  /// How many wait for their stock to be written.
  public long underWay(Scope scope) {
    Document due = new Document("dueAt", new Document("$gt", Instant.EPOCH));
    Document notHeld = new Document("$ne", ReservationStatus.HELD.name());
    return store.count(scope, due.append("status", notHeld));
  }

  public Optional<Reservation> ofOrder(String companyId, String orderId) {
    return store.find(Scope.company(companyId), Reservation.idOf(orderId));
  }

  /// Those of which every line is held, in chunks by id.
  public List<Reservation> heldAfter(Scope scope, String lastId, int chunk) {
    Document filter =
        new Document("status", ReservationStatus.HELD.name())
            .append("_id", new Document("$gt", lastId));
    return store.list(scope, filter, PageQuery.first(chunk).sortedBy("_id", true));
  }
}
