package io.emporium.auth.account;

import io.emporium.kit.security.Role;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.Scope;
import java.time.Clock;
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

  // Somebody of another company, or an admin, who has all shops anyway: nothing to do.
  public void handle(String companyId, String userId, StaffNews news) {
    Scope company = Scope.company(companyId);
    if (store.find(company, userId).filter(AssignShops::worksInShops).isEmpty()) {
      return;
    }
    var _ =
        store.change(
            company,
            userId,
            account ->
                worksInShops(account) ? account.hear(news, clock.instant()) : Outcome.ALREADY);
  }

  private static boolean worksInShops(Account account) {
    return account.role() == Role.SHOP_MANAGER || account.role() == Role.SHOP_STAFF;
  }
}
