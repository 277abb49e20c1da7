package io.emporium.ecommerce.cart.web;

import io.emporium.ecommerce.cart.CartAccess;
import io.emporium.ecommerce.cart.CheckOutCart;
import io.emporium.ecommerce.cart.Checkout;
import io.emporium.ecommerce.customer.AddressBook;
import io.emporium.ecommerce.customer.CustomerProfiles;
import io.emporium.kit.security.Caller;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CheckoutController {

  private final CartAccess access;
  private final CheckOutCart checkOut;
  private final CustomerProfiles profiles;

  CheckoutController(CartAccess access, CheckOutCart checkOut, CustomerProfiles profiles) {
    this.access = access;
    this.checkOut = checkOut;
    this.profiles = profiles;
  }

  @PostMapping("/api/cart/checkout")
  @ResponseStatus(HttpStatus.ACCEPTED)
  CheckoutResponse checkOut(
      Caller caller,
      @RequestHeader(name = CartController.CART_ID, required = false) @Nullable String cartId,
      @Valid @RequestBody(required = false) @Nullable CheckoutRequest request) {
    CheckoutRequest asked = request == null ? CheckoutRequest.PLAIN : request;
    AddressBook addresses = profiles.addressesOf(caller.userId());
    Checkout checkout =
        checkOut.handle(
            access.open(caller.userId(), cartId).owner(),
            checkoutId -> asked.toTerms(checkoutId, caller.email(), addresses));
    return CheckoutResponse.from(checkout);
  }
}
