package io.emporium.ecommerce.wishlist;

import io.emporium.kit.tenancy.TenantOwned;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// A product that a customer wants to remember, once.
@Document("wishlist_items")
@TypeAlias("wishlist_item")
@TenantOwned(company = "", customer = "customerId")
public record WishlistItem(@Id String id, String customerId, String productId, Instant addedAt) {

  static WishlistItem of(String customerId, String productId, Instant now) {
    return new WishlistItem(customerId + "/" + productId, customerId, productId, now);
  }
}
