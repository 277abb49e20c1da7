package io.emporium.ecommerce.customer;

import io.emporium.events.catalog.DeliveryAddress;
import org.jspecify.annotations.Nullable;

/// An address that a customer keeps.
///
/// @param label for the customer: `home`
/// @param usual taken when a checkout names none
public record SavedAddress(
    String id, @Nullable String label, DeliveryAddress address, boolean usual) {

  SavedAddress asUsual(boolean nowUsual) {
    return new SavedAddress(id, label, address, nowUsual);
  }
}
