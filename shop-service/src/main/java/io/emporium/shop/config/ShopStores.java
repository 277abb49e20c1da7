package io.emporium.shop.config;

import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.IndexPlan;
import io.emporium.kit.store.RecordStore;
import io.emporium.kit.store.SharedStore;
import io.emporium.kit.store.Stores;
import io.emporium.shop.colleagues.Colleague;
import io.emporium.shop.companies.CompanyStanding;
import io.emporium.shop.directory.PublicShop;
import io.emporium.shop.registry.Shop;
import io.emporium.shop.trade.Commitment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/// The collections of shopdb.
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ShopStores {

  @Bean
  AggregateStore<Shop> shops(Stores stores, IndexPlan indexes) {
    indexes.unique("shops", "companyId", "slug");
    indexes.index("shops", "companyId", "nameKey");
    indexes.index("shops", "companyId", "staff.userId");
    indexes.index("shops", "companyId", "createdAt");
    indexes.index("shops", "createdAt");
    return stores.aggregates(Shop.class);
  }

  @Bean
  SharedStore<PublicShop> publicShops(Stores stores, IndexPlan indexes) {
    indexes.index("public_shops", "open", "createdAt");
    indexes.index("public_shops", "open", "nameKey");
    indexes.index("public_shops", "companyId", "open");
    return stores.shared(PublicShop.class);
  }

  @Bean
  SharedStore<CompanyStanding> companyStandings(Stores stores, IndexPlan indexes) {
    indexes.index("company_standings", "active");
    return stores.shared(CompanyStanding.class);
  }

  @Bean
  RecordStore<Commitment> commitmentRecords(Stores stores, IndexPlan indexes) {
    indexes.index("commitments", "companyId", "open", "kind", "shopId");
    indexes.index("commitments", "open", "changedAt");
    return stores.records(Commitment.class);
  }

  @Bean
  RecordStore<Colleague> colleagueRecords(Stores stores) {
    return stores.records(Colleague.class);
  }
}
