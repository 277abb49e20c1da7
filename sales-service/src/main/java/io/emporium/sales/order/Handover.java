package io.emporium.sales.order;

import io.emporium.events.order.OrderDelivered;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.Outcome;
import io.emporium.sales.order.FulfilOrder.Move;
import io.emporium.sales.order.FulfilOrder.Parcel;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// The way of goods from the shop to the customer, within their order.
final class Handover {

  private final Order order;
  private final Instant now;

  Handover(Order order, Instant now) {
    this.order = order;
    this.now = now;
  }

  Outcome begin(FulfilOrder.Command command) {
    if (order.fulfilments.find(command.fulfilmentId()).isPresent()) {
      return Outcome.ALREADY;
    }
    order.status.requireShippable(order.checkout);
    FulfilmentMethod method = order.delivery.method();
    FulfilmentState state =
        Objects.requireNonNullElseGet(command.state(), () -> FulfilmentState.usual(method));
    if (!FulfilmentState.beginnings(method).contains(state)) {
      throw Refusal.invalid(
          "/state",
          "must be one of "
              + FulfilmentState.beginnings(method).stream().map(FulfilmentState::wireName).toList()
              + " for "
              + method.wireName());
    }
    if (state == FulfilmentState.CALLED_OFF && order.status == OrderStatus.CONFIRMED) {
      throw Refusal.conflict(
          "order_not_shipped", "Nothing of it has left yet: cancel the order as a whole");
    }
    Fulfilment packed =
        Fulfilment.begun(
            command, order.fulfilments.pick(order.basket.lines(), command.portions()), now);
    order.fulfilments = order.fulfilments.plus(packed);
    if (state == FulfilmentState.PACKED) {
      order.note("packed", now);
    } else {
      go(packed, new Move(state, command.parcel()));
    }
    return Outcome.APPLIED;
  }

  Outcome move(String fulfilmentId, Move move) {
    Fulfilment fulfilment =
        order
            .fulfilments
            .find(fulfilmentId)
            .orElseThrow(() -> Refusal.notFound("fulfilment", fulfilmentId));
    if (fulfilment.state() == move.to()) {
      return Outcome.ALREADY;
    }
    if (!fulfilment.state().next(order.delivery.method()).contains(move.to())) {
      throw Refusal.conflict(
          "fulfilment_is_" + fulfilment.state().wireName(),
          "A fulfilment for %s that is %s cannot become %s"
              .formatted(
                  order.delivery.method().wireName(),
                  fulfilment.state().wireName(),
                  move.to().wireName()));
    }
    go(fulfilment, move);
    return Outcome.APPLIED;
  }

  /// All of it, at once, to a customer who stands there.
  void overTheCounter(String fulfilmentId) {
    var _ =
        begin(
            new FulfilOrder.Command(
                fulfilmentId, List.of(), FulfilmentState.PICKED_UP, Parcel.NONE));
  }

  private void go(Fulfilment from, Move move) {
    Fulfilment moved = from.moved(move, now);
    order.fulfilments = order.fulfilments.with(moved);
    switch (moved.state()) {
      case SHIPPED -> {
        order.publish(OrderNews.shipped(order, moved));
        OrderNotices.parcelOnItsWay(order, moved).ifPresent(order::ask);
      }
      case READY -> OrderNotices.readyAtTheCounter(order).ifPresent(order::ask);
      case DELIVERED, PICKED_UP ->
          order.publish(new OrderDelivered(order.id(), moved.id(), order.customerId, order.shopId));
      case PACKED, CANCELLED, CALLED_OFF -> {
        // Nobody outside the shop need know.
      }
    }
    advance();
    order.note(moved.state().wireName(), now);
  }

  // The order follows its fulfilments: partly gone, all gone, all arrived.
  private void advance() {
    List<OrderLine> ordered = order.basket.lines();
    boolean complete = order.fulfilments.complete(ordered);
    if (!complete && order.fulfilments.anyGone() && order.status == OrderStatus.CONFIRMED) {
      order.become(OrderStatus.PARTLY_FULFILLED, List.of(OrderStatus.PARTLY_FULFILLED));
    }
    if (complete && order.status != OrderStatus.FULFILLED) {
      order.become(OrderStatus.FULFILLED, List.of(OrderStatus.FULFILLED));
    }
    if (order.status == OrderStatus.FULFILLED && order.fulfilments.allArrived(ordered)) {
      order.become(OrderStatus.COMPLETED, List.of(OrderStatus.COMPLETED));
    }
  }
}
