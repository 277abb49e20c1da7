package io.emporium.events.catalog;

import io.emporium.events.Contract;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A customer bought the part of the cart that belongs to one shop: sales-service opens order
/// `orderId`.
@Contract("cart.checked_out")
public record CartCheckedOut(
    String checkoutId,
    String orderId,
    String customerId,
    @Nullable String customerEmail,
    String shopId,
    String fulfilment,
    @Nullable DeliveryAddress address,
    @Nullable String note,
    List<CheckedOutLine> lines)
    implements CartEvent {}
