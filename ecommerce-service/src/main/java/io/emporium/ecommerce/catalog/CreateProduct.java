package io.emporium.ecommerce.catalog;

import io.emporium.ecommerce.Slug;
import io.emporium.ecommerce.market.Market;
import io.emporium.ecommerce.market.SellingShop;
import io.emporium.events.catalog.VariantSnapshot;
import io.emporium.kit.ids.Ids;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.tenancy.Scope;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A shop gets a new product, as a draft.
@Component
public class CreateProduct {

  private static final int SUFFIX_LENGTH = 8;

  /// @param slug as wished; null to take it from the name
  public record Command(
      String shopId,
      @Nullable String slug,
      ProductDetails details,
      List<VariantSnapshot> variants) {}

  private final Products products;
  private final ProductRules rules;
  private final Market market;
  private final Ids ids;

  CreateProduct(Products products, ProductRules rules, Market market, Ids ids) {
    this.products = products;
    this.rules = rules;
    this.market = market;
    this.ids = ids;
  }

  public Product handle(Caller caller, Command command) {
    SellingShop shop = shopOf(caller, command.shopId());
    String id = ids.next();
    rules.check(shop.companyId(), command.details(), command.variants());
    String wished = command.slug();
    if (wished != null) {
      return create(id, shop, wished, command).orElseThrow(() -> slugTaken(wished));
    }
    // Two products of one name are nobody's mistake; the second gets a longer address.
    String slug = Slug.from(command.details().name());
    String longer = slug + "-" + id.substring(id.length() - SUFFIX_LENGTH);
    return create(id, shop, slug, command)
        .or(() -> create(id, shop, longer, command))
        .orElseThrow(() -> slugTaken(longer));
  }

  private SellingShop shopOf(Caller caller, String shopId) {
    if (!caller.mayActFor(shopId)) {
      throw unknownShop(shopId);
    }
    return market
        .awaitShop(shopId)
        .filter(shop -> caller.companyId() == null || shop.companyId().equals(caller.companyId()))
        .orElseThrow(() -> unknownShop(shopId));
  }

  private Optional<Product> create(String id, SellingShop shop, String slug, Command command) {
    Optional<Product> created =
        products.create(
            new Product.Draft(
                id, shop.companyId(), shop.id(), slug, command.details(), command.variants()));
    if (created.isPresent()) {
      return created;
    }
    // This very request sent again with its idempotency key, or somebody was faster with a SKU, or
    // the slug is another product's.
    Optional<Product> own = products.find(Scope.company(shop.companyId()), id);
    if (own.isEmpty() && products.skuTaken(shop.companyId(), command.variants(), id)) {
      throw ProductRules.skuTaken();
    }
    return own;
  }

  private static Refusal unknownShop(String shopId) {
    return Refusal.rule("unknown_shop", "There is no shop " + shopId + " that you may act for");
  }

  private static Refusal slugTaken(String slug) {
    return Refusal.conflict("slug_taken", "Another product of the shop has the slug " + slug);
  }
}
