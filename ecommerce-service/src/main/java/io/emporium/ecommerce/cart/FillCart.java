package io.emporium.ecommerce.cart;

import io.emporium.ecommerce.search.ListedProduct;
import io.emporium.ecommerce.search.ListedVariant;
import io.emporium.ecommerce.search.ProductIndex;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.problem.Violation;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts into a cart what is for sale, at the price that the buyer sees.
@Component
public class FillCart {

  private final Carts carts;
  private final ProductIndex index;
  private final Clock clock;

  FillCart(Carts carts, ProductIndex index, Clock clock) {
    this.carts = carts;
    this.index = index;
    this.clock = clock;
  }

  /// @param sku null when the product has only one
  public Cart add(CartOwner owner, String productId, @Nullable String sku, int quantity) {
    CartLine line = lineOf(productId, sku, quantity);
    return carts.change(owner, cart -> cart.add(line));
  }

  /// @param productId null when the SKU stands in the cart once
  public Cart set(CartOwner owner, String sku, @Nullable String productId, int quantity) {
    return carts.change(
        owner,
        cart -> {
          CartLine line = lineIn(cart, sku, productId);
          return cart.set(lineOf(line.productId(), sku, quantity));
        });
  }

  public Cart remove(CartOwner owner, String sku, @Nullable String productId) {
    return carts.change(owner, cart -> cart.remove(lineIn(cart, sku, productId).productId(), sku));
  }

  private CartLine lineOf(String productId, @Nullable String sku, int quantity) {
    ListedProduct product =
        index.find(productId).orElseThrow(() -> unavailable("/productId", productId));
    ListedVariant variant = variantOf(product, sku);
    return new CartLine(
        product.id(),
        variant.sku(),
        product.companyId(),
        product.shopId(),
        product.name(),
        quantity,
        variant.price(),
        clock.instant());
  }

  private static ListedVariant variantOf(ListedProduct product, @Nullable String sku) {
    if (sku != null) {
      return product.variant(sku).orElseThrow(() -> unavailable("/sku", sku));
    }
    if (product.variants().size() > 1) {
      throw Refusal.rule("sku_required", "The product has several variants; say which by its sku");
    }
    return product.variants().getFirst();
  }

  // SKUs are unique within a company, and a cart may hold things of several.
  private static CartLine lineIn(Cart cart, String sku, @Nullable String productId) {
    List<CartLine> lines =
        cart.lines().stream()
            .filter(line -> line.sku().equals(sku))
            .filter(line -> productId == null || line.productId().equals(productId))
            .toList();
    if (lines.isEmpty()) {
      throw Cart.notThere(sku);
    }
    if (lines.size() > 1) {
      throw Refusal.conflict("ambiguous_sku", "Several lines have this SKU; name the productId");
    }
    return lines.getFirst();
  }

  private static Refusal unavailable(String pointer, String what) {
    return LinesRefused.unavailable(List.of(new Violation(pointer, what + " is not for sale")));
  }
}
