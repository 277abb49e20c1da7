package io.emporium.events.order;

import io.emporium.events.Contract;

/// An order was accepted; stock and payment are still to come.
@Contract("order.created")
public record OrderCreated(OrderSnapshot order) implements OrderEvent {}
