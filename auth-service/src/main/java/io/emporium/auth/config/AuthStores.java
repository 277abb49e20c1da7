package io.emporium.auth.config;

import io.emporium.auth.account.Account;
import io.emporium.auth.session.SessionFamily;
import io.emporium.auth.standing.CompanyStanding;
import io.emporium.auth.throttle.FailedAttempts;
import io.emporium.auth.token.SigningKey;
import io.emporium.kit.store.AggregateStore;
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
    indexes.unique("accounts", "emailKey").index("accounts", "companyId", "role");
    return stores.aggregates(Account.class);
  }

  @Bean
  AggregateStore<SessionFamily> sessionFamilyStore(Stores stores, IndexPlan indexes) {
    indexes.index("session_families", "userId").index("session_families", "expiresAt");
    return stores.aggregates(SessionFamily.class);
  }

  /// For forgetting what is long over, which an aggregate's own store cannot.
  @Bean
  RecordStore<SessionFamily> expiredSessionFamilies(Stores stores) {
    return stores.records(SessionFamily.class);
  }

  @Bean
  AggregateStore<FailedAttempts> failedAttemptsStore(Stores stores, IndexPlan indexes) {
    indexes.index("failed_attempts", "lastFailureAt");
    return stores.aggregates(FailedAttempts.class).withAttempts(20);
  }

  @Bean
  RecordStore<FailedAttempts> oldFailedAttempts(Stores stores) {
    return stores.records(FailedAttempts.class);
  }

  @Bean
  SharedStore<SigningKey> signingKeyStore(Stores stores) {
    return stores.shared(SigningKey.class);
  }

  @Bean
  SharedStore<CompanyStanding> companyStandingStore(Stores stores) {
    return stores.shared(CompanyStanding.class);
  }
}
