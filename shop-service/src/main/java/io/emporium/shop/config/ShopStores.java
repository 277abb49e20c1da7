package io.emporium.shop.config;

import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.IndexPlan;
import io.emporium.kit.store.SharedStore;
import io.emporium.kit.store.Stores;
import io.emporium.shop.directory.CompanyStanding;
import io.emporium.shop.directory.PublicShop;
import io.emporium.shop.registry.Shop;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The collections of shopdb.
@Configuration(proxyBeanMethods = false)
class ShopStores {

  @Bean
  AggregateStore<Shop> shops(Stores stores, IndexPlan indexes) {
    indexes.unique("shops", "companyId", "slug");
    return stores.aggregates(Shop.class);
  }

  @Bean
  SharedStore<PublicShop> publicShops(Stores stores, IndexPlan indexes) {
    indexes.index("public_shops", "open");
    return stores.shared(PublicShop.class);
  }

  @Bean
  SharedStore<CompanyStanding> companyStandings(Stores stores, IndexPlan indexes) {
    indexes.index("company_standings", "active");
    return stores.shared(CompanyStanding.class);
  }
}
