package io.emporium.ecommerce.cart;

/// Whose cart it is, and so its id and the scope in which it is found.
///
/// @param cartId id of the document
/// @param scopeId the customer, or the guest who knows the secret
public record CartOwner(String cartId, String scopeId) {

  public static CartOwner customer(String customerId) {
    return new CartOwner("cart-" + customerId, customerId);
  }

  /// @param secret that opens the cart, as the guest sends it in `X-Cart-Id`
  public static CartOwner guest(String secret) {
    return new CartOwner("guest-" + secret, "guest:" + secret);
  }
}
