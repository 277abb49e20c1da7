package io.emporium.sales.order.web;

import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.web.Sortable;
import io.emporium.sales.order.Order;
import io.emporium.sales.order.OrderStatus;
import io.emporium.sales.order.PlaceOrder;
import io.emporium.sales.order.SteerOrder;
import jakarta.validation.Valid;
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

  OrderController(AggregateStore<Order> orders, PlaceOrder place, SteerOrder steer) {
    this.orders = orders;
    this.place = place;
    this.steer = steer;
  }

  @PostMapping
  ResponseEntity<OrderResponse> place(
      Caller caller, @Valid @RequestBody PlaceOrderRequest request) {
    return OrderResponse.created(place.handle(request.toCommand(caller)));
  }

  @GetMapping
  Page<OrderResponse> list(
      Caller caller,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String shop,
      @RequestParam(required = false) @Nullable Boolean attention,
      @Sortable({"placedAt", "number", "status"}) PageQuery page) {
    if (status != null && Boolean.TRUE.equals(attention)) {
      throw Refusal.invalid("attention", "is a status of its own, leave the other away");
    }
    Document filter = new Document();
    if (status != null) {
      filter.append("status", statusNamed(status).name());
    }
    if (Boolean.TRUE.equals(attention)) {
      filter.append("status", OrderStatus.NEEDS_ATTENTION.name());
    }
    if (shop != null) {
      filter.append("shopId", shop);
    }
    return orders.page(caller.scope(), filter, page).map(OrderResponse::from);
  }

  @GetMapping("/{id}")
  ResponseEntity<OrderResponse> read(Caller caller, @PathVariable String id) {
    return OrderResponse.answer(orders.get(caller.scope(), id));
  }

  @PostMapping("/{id}/cancel")
  ResponseEntity<OrderResponse> cancel(
      Caller caller,
      @PathVariable String id,
      @Valid @RequestBody(required = false) @Nullable CancelOrderRequest request) {
    String given = request == null ? null : request.reason();
    return OrderResponse.answer(
        steer.cancel(caller.scope(), id, Objects.requireNonNullElse(given, "called_off")));
  }

  @PostMapping("/{id}/resume")
  ResponseEntity<OrderResponse> resume(Caller caller, @PathVariable String id) {
    return OrderResponse.answer(steer.resume(caller.scope(), id));
  }

  @PostMapping("/{id}/close-attention")
  ResponseEntity<OrderResponse> closeAttention(
      Caller caller, @PathVariable String id, @Valid @RequestBody CloseAttentionRequest request) {
    return OrderResponse.answer(steer.closeAttention(caller.scope(), id, request.reason().strip()));
  }

  private static OrderStatus statusNamed(String name) {
    return Stream.of(OrderStatus.values())
        .filter(status -> status.wireName().equals(name))
        .findFirst()
        .orElseThrow(() -> Refusal.invalid("status", "is no status of an order"));
  }
}
