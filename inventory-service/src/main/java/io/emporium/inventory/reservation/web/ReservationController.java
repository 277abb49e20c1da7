package io.emporium.inventory.reservation.web;

import io.emporium.inventory.reservation.FindReservation;
import io.emporium.inventory.reservation.ReservationStatus;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.web.Sortable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/inventory/v1/reservations")
class ReservationController {

  private final FindReservation find;

  ReservationController(FindReservation find) {
    this.find = find;
  }

  @GetMapping
  Page<ReservationResponse> list(
      Caller caller,
      @RequestParam(required = false) @Nullable String status,
      @Sortable({"changedAt", "expiresAt"}) PageQuery page) {
    return find.page(caller.scope(), parsed(status), page).map(ReservationResponse::from);
  }

  @GetMapping("/{orderId}")
  ReservationResponse read(Caller caller, @PathVariable String orderId) {
    return ReservationResponse.from(find.byOrder(caller.scope(), orderId));
  }

  private static @Nullable ReservationStatus parsed(@Nullable String status) {
    if (status == null) {
      return null;
    }
    return Arrays.stream(ReservationStatus.values())
        .filter(value -> value.name().equalsIgnoreCase(status))
        .findFirst()
        .orElseThrow(() -> Refusal.invalid("status", "must be the status of a reservation"));
  }
}
