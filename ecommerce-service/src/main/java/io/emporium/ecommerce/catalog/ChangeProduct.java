package io.emporium.ecommerce.catalog;

import io.emporium.events.catalog.VariantSnapshot;
import io.emporium.kit.tenancy.Scope;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Details, variants or prices of a product change.
@Component
public class ChangeProduct {

  /// What a product shall be.
  public record Target(ProductDetails details, List<VariantSnapshot> variants) {}

  private final Products products;
  private final ProductRules rules;

  ChangeProduct(Products products, ProductRules rules) {
    this.products = products;
    this.rules = rules;
  }

  /// @param target from what the product is
  public Product handle(
      Scope scope, String id, @Nullable Long expectedVersion, Function<Product, Target> target) {
    return products.change(
        scope,
        id,
        expectedVersion,
        (product, now) -> {
          Target wanted = target.apply(product);
          rules.check(product.company(), wanted.details(), wanted.variants());
          rules.requireNewSkusFree(product, wanted.variants());
          return product.change(wanted.details(), wanted.variants(), now);
        });
  }
}
