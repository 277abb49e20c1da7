package io.emporium.events.shop;

import io.emporium.events.Contract;

/// A closed shop sells again.
@Contract("shop.opened")
public record ShopOpened(ShopSnapshot shop) implements ShopEvent {}
