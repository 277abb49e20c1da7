package io.emporium.auth.config;

import io.emporium.auth.account.Account;
import io.emporium.auth.account.AdminDepartures;
import io.emporium.auth.invitation.Invitation;
import io.emporium.auth.session.SessionFamily;
import io.emporium.auth.standing.CompanyStanding;
import io.emporium.auth.throttle.Budget;
import io.emporium.auth.token.SigningKey;
import io.emporium.kit.ids.Ids;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Announcements;
import io.emporium.kit.store.IndexPlan;
import io.emporium.kit.store.RecordStore;
import io.emporium.kit.store.SharedStore;
import io.emporium.kit.store.Stores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The collections of authdb.
@Configuration(proxyBeanMethods = false)
class AuthStores {

  @Bean
  AggregateStore<Account> accountStore(Stores stores, IndexPlan indexes) {
    indexes
        .unique("accounts", "emailKey")
        .index("accounts", "companyId", "role")
        .index("accounts", "tokensFrom");
    return stores.aggregates(Account.class);
  }

  @Bean
  AggregateStore<AdminDepartures> adminDepartureStore(Stores stores) {
    return stores.aggregates(AdminDepartures.class).withAttempts(20);
  }

  @Bean
  AggregateStore<SessionFamily> sessionFamilyStore(Stores stores, IndexPlan indexes) {
    indexes
        .index("session_families", "userId")
        .index("session_families", "expiresAt")
        .index("session_families", "endedAt");
    return stores.aggregates(SessionFamily.class);
  }

  /// For forgetting what is long over, which an aggregate's own store cannot.
  @Bean
  RecordStore<SessionFamily> expiredSessionFamilies(Stores stores) {
    return stores.records(SessionFamily.class);
  }

  @Bean
  AggregateStore<Invitation> invitationStore(Stores stores, IndexPlan indexes) {
    indexes
        .uniqueWherePresent("invitations", "openKey")
        .index("invitations", "companyId", "status");
    return stores.aggregates(Invitation.class);
  }

  @Bean
  SharedStore<Budget> budgetStore(Stores stores, IndexPlan indexes) {
    indexes.index("budgets", "lastAt");
    return stores.shared(Budget.class);
  }

  @Bean
  Announcements announcements(Stores stores, Ids ids) {
    return stores.announcements(ids);
  }

  @Bean
  SharedStore<SigningKey> signingKeyStore(Stores stores) {
    return stores.shared(SigningKey.class);
  }

  @Bean
  AggregateStore<CompanyStanding> companyStandingStore(Stores stores, IndexPlan indexes) {
    indexes.index("company_standings", "sessionsFrom");
    return stores.aggregates(CompanyStanding.class);
  }
}
