package io.emporium.ecommerce.catalog.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.emporium.ecommerce.catalog.Product;
import io.emporium.ecommerce.catalog.ProductDetails;
import io.emporium.ecommerce.catalog.ProductStatus;
import io.emporium.ecommerce.stock.Availability;
import io.emporium.ecommerce.stock.StockBoard;
import io.emporium.events.catalog.VariantSnapshot;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A product as the shop's own people see it.
record ProductResponse(
    String id,
    String shopId,
    String companyId,
    String slug,
    ProductStatus status,
    @JsonUnwrapped ProductDetails details,
    List<Variant> variants,
    Instant createdAt,
    @Nullable Instant publishedAt,
    long version) {

  record Variant(@JsonUnwrapped VariantSnapshot variant, Availability availability) {}

  static ProductResponse from(Product product, StockBoard stock) {
    return new ProductResponse(
        product.id(),
        product.shopId(),
        product.company(),
        product.slug(),
        product.status(),
        product.details(),
        product.variants().stream()
            .map(variant -> new Variant(variant, stock.of(product.company(), variant.sku())))
            .toList(),
        product.createdAt(),
        product.publishedAt().orElse(null),
        product.version());
  }
}
