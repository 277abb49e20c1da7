package io.emporium.analytics.config;

import io.emporium.analytics.calendar.CompanyZone;
import io.emporium.analytics.sales.OrderFact;
import io.emporium.analytics.stock.StockLevel;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.IndexPlan;
import io.emporium.kit.store.RecordStore;
import io.emporium.kit.store.SharedStore;
import io.emporium.kit.store.Stores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The collections of analyticsdb.
@Configuration(proxyBeanMethods = false)
class AnalyticsStores {

  @Bean
  AggregateStore<OrderFact> orderFactStore(Stores stores, IndexPlan indexes) {
    indexes
        .index(OrderFact.COLLECTION, "companyId", "soldAt")
        .index(OrderFact.COLLECTION, "companyId", "placedAt")
        .index(OrderFact.COLLECTION, "companyId", "endedAt")
        .index(OrderFact.COLLECTION, "soldAt")
        .index(OrderFact.COLLECTION, "placedAt")
        .index(OrderFact.COLLECTION, "endedAt");
    return stores.aggregates(OrderFact.class);
  }

  @Bean
  RecordStore<StockLevel> stockLevelStore(Stores stores, IndexPlan indexes) {
    indexes.index(StockLevel.COLLECTION, "companyId", "threshold");
    return stores.records(StockLevel.class);
  }

  @Bean
  SharedStore<CompanyZone> companyZoneStore(Stores stores) {
    return stores.shared(CompanyZone.class);
  }
}
