package io.emporium.sales.config;

import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Counters;
import io.emporium.kit.store.IndexPlan;
import io.emporium.kit.store.SharedStore;
import io.emporium.kit.store.Stores;
import io.emporium.sales.invoice.Invoice;
import io.emporium.sales.invoice.NumberSeries;
import io.emporium.sales.offer.CompanyTerms;
import io.emporium.sales.offer.Offer;
import io.emporium.sales.offer.ShopTerms;
import io.emporium.sales.order.Order;
import io.emporium.sales.returns.Return;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/// The collections of salesdb.
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class SalesStores {

  @Bean
  AggregateStore<Order> orders(Stores stores, IndexPlan indexes) {
    indexes
        .index("orders", "sagaOpen", "checkout.nextActionAt")
        .index("orders", "customerId")
        .index("orders", "companyId", "shopId")
        .index("orders", "companyId", "status");
    return stores.aggregates(Order.class);
  }

  @Bean
  AggregateStore<Return> returns(Stores stores, IndexPlan indexes) {
    indexes
        .index("returns", "errandsOpen", "errands.nextAskAt")
        .index("returns", "orderId")
        .index("returns", "customerId")
        .index("returns", "companyId", "shopId", "status");
    return stores.aggregates(Return.class);
  }

  @Bean
  AggregateStore<Invoice> invoices(Stores stores, IndexPlan indexes) {
    indexes
        .unique("invoices", "series", "count")
        .index("invoices", "orderId")
        .index("invoices", "customerId")
        .index("invoices", "companyId", "shopId");
    return stores.aggregates(Invoice.class);
  }

  @Bean
  AggregateStore<NumberSeries> numberSeries(Stores stores, IndexPlan indexes) {
    indexes.index("invoice_series", "unsettled");
    return stores.aggregates(NumberSeries.class);
  }

  @Bean
  SharedStore<Offer> offers(Stores stores) {
    return stores.shared(Offer.class);
  }

  @Bean
  SharedStore<ShopTerms> shops(Stores stores) {
    return stores.shared(ShopTerms.class);
  }

  @Bean
  SharedStore<CompanyTerms> companies(Stores stores) {
    return stores.shared(CompanyTerms.class);
  }

  @Bean
  Counters counters(Stores stores) {
    return stores.counters();
  }
}
