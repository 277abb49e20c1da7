package io.emporium.sales.order.web;

import io.emporium.kit.ids.Ids;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.web.EntityTag;
import io.emporium.kit.web.Sortable;
import io.emporium.sales.order.Order;
import io.emporium.sales.order.OrderStatus;
import io.emporium.sales.order.PlaceOrder;
import io.emporium.sales.order.ShipLines;
import io.emporium.sales.order.SteerOrder;
import io.emporium.sales.order.TimelineEntry;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/orders")
class OrderController {

  private final AggregateStore<Order> orders;
  private final PlaceOrder place;
  private final SteerOrder steer;
  private final ShipLines ship;
  private final Ids ids;

  OrderController(
      AggregateStore<Order> orders, PlaceOrder place, SteerOrder steer, ShipLines ship, Ids ids) {
    this.orders = orders;
    this.place = place;
    this.steer = steer;
    this.ship = ship;
    this.ids = ids;
  }

  @PostMapping
  ResponseEntity<OrderResponse> place(
      Caller caller, @Valid @RequestBody PlaceOrderRequest request) {
    return created(place.handle(request.toCommand(caller)));
  }

  @GetMapping
  Page<OrderResponse> list(
      Caller caller,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String shop,
      @Sortable({"placedAt", "number", "status"}) PageQuery page) {
    Document filter = new Document();
    if (status != null) {
      filter.append("status", statusNamed(status).name());
    }
    if (shop != null) {
      filter.append("shopId", shop);
    }
    return orders.page(caller.scope(), filter, page).map(OrderResponse::from);
  }

  @GetMapping("/{id}")
  ResponseEntity<OrderResponse> read(Caller caller, @PathVariable String id) {
    return answer(orders.get(caller.scope(), id));
  }

  @GetMapping("/{id}/timeline")
  List<TimelineEntry> timeline(Caller caller, @PathVariable String id) {
    return orders.get(caller.scope(), id).timeline().entries();
  }

  @PostMapping("/{id}/cancel")
  ResponseEntity<OrderResponse> cancel(
      Caller caller,
      @PathVariable String id,
      @Valid @RequestBody(required = false) @Nullable CancelOrderRequest request) {
    String given = request == null ? null : request.reason();
    return answer(
        steer.cancel(caller.scope(), id, Objects.requireNonNullElse(given, "called_off")));
  }

  @PostMapping("/{id}/resume")
  ResponseEntity<OrderResponse> resume(Caller caller, @PathVariable String id) {
    return answer(steer.resume(caller.scope(), id));
  }

  @PostMapping("/{id}/fulfilments")
  ResponseEntity<OrderResponse> ship(
      Caller caller,
      @PathVariable String id,
      @Valid @RequestBody(required = false) @Nullable FulfilmentRequest request) {
    return created(
        ship.handle(caller.scope(), id, FulfilmentRequest.toCommand(request, ids.next())));
  }

  @PostMapping("/{id}/fulfilments/{fulfilmentId}/deliver")
  ResponseEntity<OrderResponse> deliver(
      Caller caller, @PathVariable String id, @PathVariable String fulfilmentId) {
    return answer(ship.deliver(caller.scope(), id, fulfilmentId));
  }

  private static OrderStatus statusNamed(String name) {
    return Stream.of(OrderStatus.values())
        .filter(status -> status.wireName().equals(name))
        .findFirst()
        .orElseThrow(() -> Refusal.invalid("status", "is no status of an order"));
  }

  private static ResponseEntity<OrderResponse> created(Order order) {
    return ResponseEntity.created(URI.create("/api/orders/" + order.id()))
        .eTag(EntityTag.of(order.version()))
        .body(OrderResponse.from(order));
  }

  private static ResponseEntity<OrderResponse> answer(Order order) {
    return ResponseEntity.ok().eTag(EntityTag.of(order.version())).body(OrderResponse.from(order));
  }
}
