package io.emporium.events.shop;

import io.emporium.events.Contract;

/// The shop sells nothing until it is opened again.
@Contract("shop.closed")
public record ShopClosed(ShopSnapshot shop) implements ShopEvent {}
