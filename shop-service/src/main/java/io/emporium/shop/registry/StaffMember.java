package io.emporium.shop.registry;

import java.time.Instant;

/// Somebody who works in a shop.
///
/// @param role `shop_manager` or `shop_staff`
public record StaffMember(String userId, String role, Instant since) {}
