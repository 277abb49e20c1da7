package io.emporium.events.order;

import io.emporium.events.Contract;

/// Stock is held and money is taken: the order will be fulfilled.
@Contract("order.confirmed")
public record OrderConfirmed(OrderSnapshot order) implements OrderEvent {}
