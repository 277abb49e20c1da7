package io.emporium.shop.registry;

import io.emporium.kit.context.Cause;
import io.emporium.kit.security.Role;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.tenancy.Scope;
import io.emporium.shop.colleagues.Colleague;
import io.emporium.shop.colleagues.Colleagues;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// Brings staff lists in line with an account: auth-service also gives and takes shops by itself,
/// when it opens an account or changes a role. Its word is the last.
///
/// Works from the newest state that is known, not from the message, and looks once more when it is
/// done; so it may run late, twice, or in two instances at once.
@Component
public class FollowAccount {

  private static final Set<String> WORK_IN_SHOPS =
      Set.of(Role.SHOP_MANAGER.wireName(), Role.SHOP_STAFF.wireName());

  // More shops than anybody works in.
  private static final PageQuery SHOPS = PageQuery.first(1_000);

  private final AggregateStore<Shop> shops;
  private final Colleagues colleagues;
  private final Clock clock;

  FollowAccount(AggregateStore<Shop> shops, Colleagues colleagues, Clock clock) {
    this.shops = shops;
    this.colleagues = colleagues;
    this.clock = clock;
  }

  public void handle(String companyId, String userId) {
    // One message may touch a shop twice, so the id of the message must not stop the second time.
    Cause cause = Cause.current();
    Cause step = new Cause(cause.correlationId(), cause.actor(), null, cause.traceparent());
    ScopedValue.where(Cause.CURRENT, step).run(() -> follow(companyId, userId));
  }

  private void follow(String companyId, String userId) {
    Optional<Colleague> seen;
    Optional<Colleague> now = colleagues.find(companyId, userId);
    do {
      seen = now;
      seen.ifPresent(this::apply);
      now = colleagues.find(companyId, userId);
    } while (!now.equals(seen));
  }

  private void apply(Colleague colleague) {
    Scope company = Scope.company(colleague.companyId());
    String role = Objects.requireNonNullElse(colleague.role(), "");
    Set<String> workplaces =
        WORK_IN_SHOPS.contains(role) ? Set.copyOf(colleague.shopIds()) : Set.of();
    Set<String> touched = new TreeSet<>(workplaces);
    // Where an account that was only just opened is listed already, it was assigned meanwhile.
    if (colleague.accessVersion() > 1) {
      shops
          .list(company, new Document("staff.userId", colleague.userId()), SHOPS)
          .forEach(shop -> touched.add(shop.id()));
    }
    for (String shopId : touched) {
      // An account may name a shop that is none of the company's.
      if (shops.find(company, shopId).isPresent()) {
        var _ =
            shops.change(
                company,
                shopId,
                shop ->
                    workplaces.contains(shopId)
                        ? shop.admit(colleague.userId(), role, clock.instant())
                        : shop.forget(colleague.userId()));
      }
    }
  }
}
