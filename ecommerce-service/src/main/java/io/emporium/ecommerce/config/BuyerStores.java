package io.emporium.ecommerce.config;

import io.emporium.ecommerce.cart.Cart;
import io.emporium.ecommerce.customer.CustomerProfile;
import io.emporium.ecommerce.wishlist.WishlistItem;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.IndexPlan;
import io.emporium.kit.store.RecordStore;
import io.emporium.kit.store.Stores;
import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/// The collections of ecommercedb that belong to buyers.
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class BuyerStores {

  @Bean
  AggregateStore<Cart> cartStore(Stores stores) {
    return stores.aggregates(Cart.class);
  }

  @Bean
  AggregateStore<CustomerProfile> customerProfileStore(Stores stores) {
    return stores.aggregates(CustomerProfile.class);
  }

  @Bean
  RecordStore<WishlistItem> wishlistStore(Stores stores, IndexPlan indexes) {
    indexes.index("wishlist_items", "customerId", "addedAt");
    return stores.records(WishlistItem.class);
  }

  @Bean
  SecureRandom secureRandom() {
    return new SecureRandom();
  }
}
