package io.emporium.inventory.reservation;

import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.tenancy.Scope;
import java.util.List;
import java.util.Optional;
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
