package io.emporium.sales.order.web;

import io.emporium.kit.ids.Ids;
import io.emporium.kit.security.Caller;
import io.emporium.sales.order.FulfilOrder;
import io.emporium.sales.order.FulfilOrder.Move;
import io.emporium.sales.order.FulfilmentState;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Packing, shipping and handing over; see [FulfilmentState] for the way of each.
@RestController
@RequestMapping("/api/orders/{id}/fulfilments")
class FulfilmentController {

  private final FulfilOrder fulfil;
  private final Ids ids;

  FulfilmentController(FulfilOrder fulfil, Ids ids) {
    this.fulfil = fulfil;
    this.ids = ids;
  }

  @PostMapping
  ResponseEntity<OrderResponse> begin(
      Caller caller,
      @PathVariable String id,
      @Valid @RequestBody(required = false) @Nullable FulfilmentRequest request) {
    return OrderResponse.created(
        fulfil.handle(caller.scope(), id, FulfilmentRequest.toCommand(request, ids.next())));
  }

  @PostMapping("/{fulfilmentId}/ship")
  ResponseEntity<OrderResponse> ship(
      Caller caller,
      @PathVariable String id,
      @PathVariable String fulfilmentId,
      @Valid @RequestBody(required = false) @Nullable ParcelRequest request) {
    return move(
        caller,
        id,
        fulfilmentId,
        new Move(FulfilmentState.SHIPPED, ParcelRequest.toParcel(request)));
  }

  @PostMapping("/{fulfilmentId}/deliver")
  ResponseEntity<OrderResponse> deliver(
      Caller caller, @PathVariable String id, @PathVariable String fulfilmentId) {
    return move(caller, id, fulfilmentId, Move.to(FulfilmentState.DELIVERED));
  }

  @PostMapping("/{fulfilmentId}/ready")
  ResponseEntity<OrderResponse> ready(
      Caller caller, @PathVariable String id, @PathVariable String fulfilmentId) {
    return move(caller, id, fulfilmentId, Move.to(FulfilmentState.READY));
  }

  @PostMapping("/{fulfilmentId}/pick-up")
  ResponseEntity<OrderResponse> pickUp(
      Caller caller, @PathVariable String id, @PathVariable String fulfilmentId) {
    return move(caller, id, fulfilmentId, Move.to(FulfilmentState.PICKED_UP));
  }

  /// Unpacks what has not left.
  @PostMapping("/{fulfilmentId}/cancel")
  ResponseEntity<OrderResponse> cancel(
      Caller caller, @PathVariable String id, @PathVariable String fulfilmentId) {
    return move(caller, id, fulfilmentId, Move.to(FulfilmentState.CANCELLED));
  }

  private ResponseEntity<OrderResponse> move(
      Caller caller, String id, String fulfilmentId, Move move) {
    return OrderResponse.answer(fulfil.move(caller.scope(), id, fulfilmentId, move));
  }
}
