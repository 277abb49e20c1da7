package io.emporium.auth.account;

import io.emporium.kit.security.Role;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.Scope;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/// Follows shop-service: who works where. The role stays, only the shops change.
@Component
public class AssignShops {

  private final AggregateStore<Account> store;
  private final Clock clock;

  AssignShops(AggregateStore<Account> store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  public void add(String companyId, String userId, String shopId) {
    change(
        companyId,
        userId,
        shops -> {
          List<String> more = new ArrayList<>(shops);
          more.add(shopId);
          return more;
        });
  }

  public void remove(String companyId, String userId, String shopId) {
    change(companyId, userId, shops -> shops.stream().filter(id -> !id.equals(shopId)).toList());
  }

  // Somebody of another company, or an admin, who has all shops anyway: nothing to do.
  private void change(String companyId, String userId, UnaryOperator<List<String>> shops) {
    Scope company = Scope.company(companyId);
    if (store.find(company, userId).filter(AssignShops::worksInShops).isEmpty()) {
      return;
    }
    var _ =
        store.change(
            company,
            userId,
            account ->
                worksInShops(account)
                    ? account.grant(
                        new Access(account.role(), companyId, shops.apply(account.shopIds())),
                        clock.instant())
                    : Outcome.ALREADY);
  }

  private static boolean worksInShops(Account account) {
    return account.role() == Role.SHOP_MANAGER || account.role() == Role.SHOP_STAFF;
  }
}
