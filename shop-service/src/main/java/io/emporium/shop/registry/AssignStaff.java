package io.emporium.shop.registry;

import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import io.emporium.shop.colleagues.Colleague;
import io.emporium.shop.colleagues.Colleagues;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// Somebody of the company shall work in a shop. auth-service follows, and only what their account
/// says counts: an assignment that it would not follow is refused here.
@Component
public class AssignStaff {

  /// @param role as their account has it, `shop_manager` or `shop_staff`
  public record Command(String shopId, String userId, String role) {}

  private final AggregateStore<Shop> shops;
  private final Colleagues colleagues;
  private final Clock clock;

  AssignStaff(AggregateStore<Shop> shops, Colleagues colleagues, Clock clock) {
    this.shops = shops;
    this.colleagues = colleagues;
    this.clock = clock;
  }

  public Shop handle(Scope scope, Command command) {
    Shop shop = shops.get(scope, command.shopId());
    Colleague colleague =
        colleagues
            .await(shop.company(), command.userId())
            .orElseThrow(() -> unknown(command.userId()));
    requireFit(colleague, command.role());
    return shops.change(
        scope, shop.id(), found -> found.assign(command.userId(), command.role(), clock.instant()));
  }

  private static void requireFit(Colleague colleague, String role) {
    if (!colleague.active()) {
      throw Refusal.conflict("user_disabled", "The account is disabled");
    }
    if (!role.equals(colleague.role())) {
      throw Refusal.conflict(
          "other_role", "The account has the role " + colleague.role() + "; change that first");
    }
  }

  // The same for somebody of another company.
  private static Refusal unknown(String userId) {
    return Refusal.rule("unknown_user", "There is no " + userId + " in the company");
  }
}
