package io.emporium.events.shop;

import io.emporium.events.Contract;

/// A user no longer works in the shop.
@Contract("shop.staff_removed")
public record ShopStaffRemoved(String shopId, String userId) implements ShopEvent {}
