package io.emporium.ecommerce.catalog;

import io.emporium.ecommerce.category.Category;
import io.emporium.ecommerce.market.Market;
import io.emporium.events.catalog.VariantSnapshot;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.SharedStore;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What holds for every product, new or changed, and needs more than the product to be checked.
@Component
class ProductRules {

  private final Products products;
  private final Market market;
  private final SharedStore<Category> categories;

  ProductRules(Products products, Market market, SharedStore<Category> categories) {
    this.products = products;
    this.market = market;
    this.categories = categories;
  }

  void check(String companyId, ProductDetails details, List<VariantSnapshot> variants) {
    requireCategory(companyId, details.categoryId());
    requireDistinctSkus(variants);
    requireCurrency(companyId, variants);
  }

  /// Asked once more when a product is published, since the company may have changed its currency
  /// while the product was a draft.
  void requireCurrency(String companyId, List<VariantSnapshot> variants) {
    requireCurrency(market.awaitCompany(companyId).currency(), variants);
  }

  /// Asked before the database refuses, for an answer that says why.
  void requireNewSkusFree(Product product, List<VariantSnapshot> variants) {
    List<VariantSnapshot> added =
        variants.stream().filter(variant -> product.variant(variant.sku()).isEmpty()).toList();
    if (!added.isEmpty() && products.skuTaken(product.company(), added, product.id())) {
      throw skuTaken();
    }
  }

  static Refusal skuTaken() {
    return Refusal.conflict("sku_taken", "Another product of the company has one of these SKUs");
  }

  private void requireCategory(String companyId, @Nullable String categoryId) {
    if (categoryId != null
        && categories.find(categoryId).filter(found -> found.isFor(companyId)).isEmpty()) {
      throw Refusal.rule("unknown_category", "There is no category " + categoryId);
    }
  }

  private static void requireDistinctSkus(List<VariantSnapshot> variants) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < variants.size(); i++) {
      if (!seen.add(variants.get(i).sku())) {
        throw Refusal.invalid("/variants/" + i + "/sku", "stands here twice");
      }
    }
  }

  private static void requireCurrency(Currency currency, List<VariantSnapshot> variants) {
    for (VariantSnapshot variant : variants) {
      boolean comparedOtherwise =
          variant.compareAtPrice() != null && !variant.compareAtPrice().currency().equals(currency);
      if (!variant.price().currency().equals(currency) || comparedOtherwise) {
        throw Refusal.rule("wrong_currency", "The company's prices are in " + currency);
      }
    }
  }
}
