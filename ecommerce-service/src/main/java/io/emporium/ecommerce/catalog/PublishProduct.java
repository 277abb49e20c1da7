package io.emporium.ecommerce.catalog;

import io.emporium.kit.tenancy.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A product goes on sale, at prices in its company's currency.
@Component
public class PublishProduct {

  private final Products products;
  private final ProductRules rules;

  PublishProduct(Products products, ProductRules rules) {
    this.products = products;
    this.rules = rules;
  }

  public Product handle(Scope scope, String id, @Nullable Long expectedVersion) {
    return products.change(
        scope,
        id,
        expectedVersion,
        (product, now) -> {
          rules.requireCurrency(product.company(), product.variants());
          return product.publish(now);
        });
  }
}
