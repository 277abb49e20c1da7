package io.emporium.ecommerce.cart;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds the cart that a request is about. A guest's cart becomes part of the customer's at the
/// first request that names both.
@Component
public class CartAccess {

  /// @param guestSecret what a guest must send from now on; null for customers
  public record Opened(CartOwner owner, @Nullable String guestSecret) {}

  private final Carts carts;
  private final GuestSecrets secrets;

  CartAccess(Carts carts, GuestSecrets secrets) {
    this.carts = carts;
    this.secrets = secrets;
  }

  /// @param customerId null for guests
  /// @param secret as sent; an unknown one opens nothing
  /// @return empty for a guest without a cart
  public Optional<Opened> find(@Nullable String customerId, @Nullable String secret) {
    Optional<Cart> guestCart =
        secret != null && GuestSecrets.isAcceptable(secret)
            ? carts.find(CartOwner.guest(secret))
            : Optional.empty();
    if (customerId != null) {
      if (guestCart.isPresent() && secret != null) {
        merge(guestCart.get(), CartOwner.guest(secret), customerId);
      }
      return Optional.of(new Opened(CartOwner.customer(customerId), null));
    }
    return guestCart
        .filter(cart -> secret != null && cart.handedTo().isEmpty())
        .map(cart -> new Opened(CartOwner.guest(String.valueOf(secret)), secret));
  }

  /// As [#find], with a new cart for a guest who has none.
  public Opened open(@Nullable String customerId, @Nullable String secret) {
    return find(customerId, secret)
        .orElseGet(
            () -> {
              String fresh = secrets.next();
              return new Opened(CartOwner.guest(fresh), fresh);
            });
  }

  // Three writes on two carts, each safe to repeat; a crash between them is mended by the next
  // request that still names the guest's cart.
  private void merge(Cart guest, CartOwner guestOwner, String customerId) {
    boolean done = guest.handedTo().isPresent() && guest.lines().isEmpty();
    if (done) {
      return;
    }
    Cart handed = carts.change(guestOwner, cart -> cart.handOver(customerId));
    if (handed.handedTo().filter(customerId::equals).isPresent()) {
      var _ = carts.change(CartOwner.customer(customerId), cart -> cart.takeOver(handed));
      var _ = carts.change(guestOwner, Cart::clearHandedOver);
    }
  }
}
