package io.emporium.sales.offer;

import io.emporium.events.Money;
import io.emporium.events.catalog.ProductSnapshot;
import io.emporium.kit.tenancy.SharedAcrossTenants;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// A product as the catalogue last announced it.
@Document("offers")
@TypeAlias("offer")
@SharedAcrossTenants(
    reason = "Prices of the marketplace are public, and customers buy across shops")
public record Offer(
    @Id String productId,
    String companyId,
    String shopId,
    String name,
    String status,
    List<Variant> variants) {

  /// What is priced and sold.
  public record Variant(String sku, Money price, String taxClass) {}

  static Offer of(ProductSnapshot product) {
    return new Offer(
        product.productId(),
        product.companyId(),
        product.shopId(),
        product.name(),
        product.status(),
        product.variants().stream()
            .map(variant -> new Variant(variant.sku(), variant.price(), variant.taxClass()))
            .toList());
  }

  public boolean published() {
    return status.equals("published");
  }

  /// Waiting changes nothing any more: it can be bought, or never again.
  boolean settled() {
    return published() || status.equals("deleted");
  }

  /// @param sku null for the product's first variant
  public Optional<Variant> variant(@Nullable String sku) {
    return variants.stream()
        .filter(variant -> sku == null || variant.sku().equals(sku))
        .findFirst();
  }
}
