package io.emporium.debt.config;

import io.emporium.debt.book.Debt;
import io.emporium.debt.calendar.CompanyZone;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.IndexPlan;
import io.emporium.kit.store.SharedStore;
import io.emporium.kit.store.Stores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The collections of debtdb.
@Configuration(proxyBeanMethods = false)
class DebtStores {

  @Bean
  AggregateStore<Debt> debts(Stores stores, IndexPlan indexes) {
    indexes
        .index(Debt.COLLECTION, "companyId", "createdAt")
        .index(Debt.COLLECTION, Debt.WATCHED_DAY);
    return stores.aggregates(Debt.class);
  }

  @Bean
  SharedStore<CompanyZone> companyZoneStore(Stores stores) {
    return stores.shared(CompanyZone.class);
  }
}
