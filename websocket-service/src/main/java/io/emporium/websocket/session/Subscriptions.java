package io.emporium.websocket.session;

import io.emporium.kit.problem.Category;
import io.emporium.kit.problem.Refusal;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The living subscriptions of one connection, by the ids that its client has given them. The
/// broker keeps all that it is told of until it is told of the end: without a bound one client
/// could fill the memory of everybody.
final class Subscriptions {

  private final Set<String> ids = new HashSet<>();
  private final SessionProperties settings;

  Subscriptions(SessionProperties settings) {
    this.settings = settings;
  }

  /// @throws Refusal when the id is of no use, or too many are living already
  synchronized void enter(@Nullable String id) {
    if (id == null || id.length() > settings.maxSubscriptionId()) {
      throw new Refusal(
          Category.INVALID,
          "subscription_id_refused",
          "A subscription needs an id of at most " + settings.maxSubscriptionId() + " characters");
    }
    // The broker would go by the first of the two for some purposes, and by the second for others.
    if (ids.contains(id)) {
      throw Refusal.conflict("subscribed_already", "A subscription of this id is living already");
    }
    if (ids.size() >= settings.maxSubscriptions()) {
      throw Refusal.conflict(
          "too_many_subscriptions",
          "A connection may have " + settings.maxSubscriptions() + " subscriptions at a time");
    }
    ids.add(id);
  }

  synchronized void leave(@Nullable String id) {
    if (id != null) {
      ids.remove(id);
    }
  }
}
