package io.emporium.ecommerce.config;

import io.emporium.ecommerce.catalog.Product;
import io.emporium.ecommerce.category.Category;
import io.emporium.ecommerce.market.SellingCompany;
import io.emporium.ecommerce.market.SellingShop;
import io.emporium.ecommerce.stock.StockLevel;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.IndexPlan;
import io.emporium.kit.store.RecordStore;
import io.emporium.kit.store.SharedStore;
import io.emporium.kit.store.Stores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The collections of ecommercedb that are about what is sold.
@Configuration(proxyBeanMethods = false)
class CatalogStores {

  @Bean
  AggregateStore<Product> productStore(Stores stores, IndexPlan indexes) {
    indexes
        .unique("products", "slugKey")
        .unique("products", "skuKeys")
        .index("products", "companyId", "shopId")
        .index("products", "changedAt");
    return stores.aggregates(Product.class);
  }

  @Bean
  SharedStore<Category> categoryStore(Stores stores, IndexPlan indexes) {
    indexes.unique("categories", "ownerId", "slug").index("categories", "parentId");
    return stores.shared(Category.class);
  }

  @Bean
  SharedStore<SellingShop> sellingShopStore(Stores stores) {
    return stores.shared(SellingShop.class);
  }

  @Bean
  SharedStore<SellingCompany> sellingCompanyStore(Stores stores) {
    return stores.shared(SellingCompany.class);
  }

  @Bean
  RecordStore<StockLevel> stockLevelStore(Stores stores, IndexPlan indexes) {
    indexes.index("stock_levels", "changedAt");
    return stores.records(StockLevel.class);
  }
}
