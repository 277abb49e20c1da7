package io.emporium.events.shop;

import io.emporium.events.Contract;

/// Details of the shop changed, or it is paused.
@Contract("shop.updated")
public record ShopUpdated(ShopSnapshot shop) implements ShopEvent {}
