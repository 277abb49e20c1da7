package io.emporium.ecommerce.cart.web;

import io.emporium.ecommerce.cart.CheckoutTerms;
import io.emporium.ecommerce.customer.AddressBook;
import io.emporium.ecommerce.customer.web.AddressRequest;
import io.emporium.kit.web.NoCardNumber;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// @param fulfilment `delivery` when left out
/// @param address for delivery, the customer's default one when left out
record CheckoutRequest(
    @Nullable @Pattern(regexp = "delivery|pickup|in_store") String fulfilment,
    @Nullable @Valid AddressRequest address,
    @Nullable @Size(max = 500) @NoCardNumber String note) {

  static final CheckoutRequest PLAIN = new CheckoutRequest(null, null, null);

  CheckoutTerms toTerms(String checkoutId, String email, AddressBook addresses) {
    String how = fulfilment == null ? "delivery" : fulfilment;
    if (address != null) {
      return new CheckoutTerms(checkoutId, email, how, address.toAddress(), note);
    }
    return new CheckoutTerms(
        checkoutId, email, how, how.equals("delivery") ? addresses.usual() : null, note);
  }
}
