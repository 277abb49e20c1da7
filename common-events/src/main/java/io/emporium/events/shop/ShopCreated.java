package io.emporium.events.shop;

import io.emporium.events.Contract;

/// A shop exists and is open.
@Contract("shop.created")
public record ShopCreated(ShopSnapshot shop) implements ShopEvent {}
