package io.emporium.ecommerce.cart;

import io.emporium.ecommerce.catalog.Product;
import io.emporium.ecommerce.catalog.Products;
import io.emporium.events.Money;
import io.emporium.events.catalog.VariantSnapshot;
import io.emporium.kit.ids.Ids;
import io.emporium.kit.store.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A customer buys what is in the cart. Prices are compared with the products themselves, not with
/// what searches show.
@Component
public class CheckOutCart {

  private final Carts carts;
  private final Products products;
  private final SellingShops shops;
  private final Ids ids;

  CheckOutCart(Carts carts, Products products, SellingShops shops, Ids ids) {
    this.carts = carts;
    this.products = products;
    this.shops = shops;
    this.ids = ids;
  }

  /// @param terms without the checkout's id, which is made here
  public Checkout handle(CartOwner owner, Function<String, CheckoutTerms> terms) {
    CheckoutTerms agreed = terms.apply(ids.next());
    // Decided anew when somebody else changes the cart meanwhile; the ids stay.
    Map<String, String> orderIds = new HashMap<>();
    Cart cart =
        carts.change(
            owner,
            found -> {
              // What lies in the cart by now has nothing to do with a checkout that is repeated.
              if (found.remembered(agreed.checkoutId()).isPresent()) {
                return Outcome.ALREADY;
              }
              shops.requireOffered(found, agreed.fulfilment());
              return found.checkOut(
                  agreed,
                  pricesOf(found.lines()),
                  shop -> orderIds.computeIfAbsent(shop, s -> ids.next()));
            });
    return cart.remembered(agreed.checkoutId()).orElseThrow();
  }

  private Function<CartLine, @Nullable Money> pricesOf(List<CartLine> lines) {
    Map<String, Set<String>> idsByCompany = new TreeMap<>();
    lines.forEach(
        line ->
            idsByCompany
                .computeIfAbsent(line.companyId(), company -> new TreeSet<>())
                .add(line.productId()));
    Map<String, Product> onSale = new HashMap<>();
    idsByCompany.forEach(
        (company, productIds) ->
            products
                .onSale(company, productIds)
                .forEach(product -> onSale.put(product.id(), product)));
    return line -> {
      Product product = onSale.get(line.productId());
      return product == null || !shops.sells(line)
          ? null
          : product
              .variant(line.sku())
              .map(VariantSnapshot::price)
              .filter(price -> shops.charges(line.companyId(), price))
              .orElse(null);
    };
  }
}
