package io.emporium.websocket.topic;

import io.emporium.kit.problem.Category;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.security.CallerAuthentication;
import io.emporium.kit.security.Role;
import org.springframework.stereotype.Component;

/// Decides who may subscribe to what. Unknown and foreign things are refused in the same words.
@Component
public final class TopicAccess {

  private final Owners owners;

  TopicAccess(Owners owners) {
    this.owners = owners;
  }

  /// @throws Refusal unless the caller may see everything that comes there
  public void require(CallerAuthentication authentication, String destination) {
    Caller caller = authentication.getPrincipal();
    String token = authentication.getCredentials().getTokenValue();
    Topic topic = Topic.parse(destination).orElseThrow(TopicAccess::refused);
    boolean permitted =
        switch (topic) {
          case Topic.OfOrder(var id) -> permits(owners.order(id, token), caller);
          case Topic.OfShopOrders(var id) ->
              caller.role() != Role.CUSTOMER && permits(owners.shop(id, token), caller);
          case Topic.OfCompanyInventory(var id) -> new Audience(id, null, null).permits(caller);
          case Topic.OfCompanyAnalytics(var id) ->
              caller.role() != Role.SHOP_STAFF && new Audience(id, null, null).permits(caller);
          case Topic.OwnNotifications() -> true;
        };
    if (!permitted) {
      throw refused();
    }
  }

  private static boolean permits(Lookup<Audience> lookup, Caller caller) {
    return switch (lookup) {
      case Lookup.Found<Audience>(var audience) -> audience.permits(caller);
      case Lookup.Unknown<Audience> _ -> false;
      case Lookup.NoAnswer<Audience> _ ->
          throw new Refusal(
              Category.UNAVAILABLE, "unavailable", "This cannot be checked now; try again shortly");
    };
  }

  private static Refusal refused() {
    return Refusal.forbidden("topic_refused", "There is no such topic for you");
  }
}
