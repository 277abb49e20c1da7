package io.emporium.ecommerce.wishlist;

import io.emporium.ecommerce.search.ListedProduct;
import io.emporium.ecommerce.search.ProductIndex;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// @param product as buyers see it now; null while it cannot be bought
record WishResponse(String productId, Instant addedAt, @Nullable ListedProduct product) {

  static WishResponse from(WishlistItem item, ProductIndex index) {
    return new WishResponse(
        item.productId(), item.addedAt(), index.find(item.productId()).orElse(null));
  }
}
