package io.emporium.ecommerce.cart;

import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.Scope;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// The carts that there are. One comes to be when something is first put in.
@Component
public class Carts {

  private final AggregateStore<Cart> store;

  Carts(AggregateStore<Cart> store) {
    this.store = store;
  }

  public Optional<Cart> find(CartOwner owner) {
    return store.find(Scope.customer(owner.scopeId()), owner.cartId());
  }

  public Cart change(CartOwner owner, Function<Cart, Outcome> command) {
    if (find(owner).isEmpty()) {
      // Whoever loses a race here finds the winner's cart in the next line.
      var _ = store.create(Cart.open(owner));
    }
    return store.change(Scope.customer(owner.scopeId()), owner.cartId(), command);
  }
}
