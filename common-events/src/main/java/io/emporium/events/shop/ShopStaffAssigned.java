package io.emporium.events.shop;

import io.emporium.events.Contract;

/// A user works in the shop; `role` is `shop_manager` or `shop_staff`.
@Contract("shop.staff_assigned")
public record ShopStaffAssigned(String shopId, String userId, String role) implements ShopEvent {}
