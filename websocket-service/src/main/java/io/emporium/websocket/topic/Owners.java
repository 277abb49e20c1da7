package io.emporium.websocket.topic;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Whose orders and shops are whose: learnt from events, and asked for where none has come by. Only
/// memory: it decides about subscriptions, and can always be asked for again.
@Component
public final class Owners {

  private final Known<Audience> orders = new Known<>();
  private final Known<Audience> shops = new Known<>();
  private final Registers registers;

  Owners(Registers registers) {
    this.registers = registers;
  }

  /// @param owner of the order, as its events say
  public void learn(String orderId, Audience owner) {
    orders.put(orderId, owner);
    String shopId = owner.shopId();
    if (shopId != null && owner.companyId() != null) {
      shops.put(shopId, owner.staff());
    }
  }

  public Optional<Audience> knownOrder(@Nullable String orderId) {
    return orderId == null ? Optional.empty() : orders.find(orderId);
  }

  Lookup<Audience> order(String orderId, String token) {
    return find(orders, orderId, id -> registers.order(id, token));
  }

  Lookup<Audience> shop(String shopId, String token) {
    return find(shops, shopId, id -> registers.shop(id, token));
  }

  private static Lookup<Audience> find(
      Known<Audience> known, String id, Function<String, Lookup<Audience>> ask) {
    Optional<Audience> remembered = known.find(id);
    if (remembered.isPresent()) {
      return new Lookup.Found<>(remembered.get());
    }
    Lookup<Audience> answer = ask.apply(id);
    if (answer instanceof Lookup.Found<Audience>(var owner)) {
      known.put(id, owner);
    }
    return answer;
  }
}
