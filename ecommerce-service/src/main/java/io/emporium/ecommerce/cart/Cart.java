package io.emporium.ecommerce.cart;

import io.emporium.events.Money;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.AggregateRoot;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.TenantOwned;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// What somebody is about to buy, across shops and companies.
@Document("carts")
@TypeAlias("cart")
@TenantOwned(company = "", customer = "customerId")
public final class Cart extends AggregateRoot {

  public static final int MOST_LINES = 100;
  public static final int MOST_OF_ONE = 999;

  // Longer than anybody keeps one cart and changes devices.
  private static final int MERGES_REMEMBERED = 50;

  // Whoever repeats a checkout does so before making as many others.
  static final int CHECKOUTS_REMEMBERED = 20;

  private String customerId;
  private List<CartLine> lines;
  private List<String> mergedCarts;
  private @Nullable String handedTo;
  private List<Checkout> earlierCheckouts = List.of();
  private @Nullable Checkout lastCheckout;

  @PersistenceCreator
  @SuppressWarnings("NullAway.Init") // the store fills the fields
  private Cart() {}

  private Cart(CartOwner owner) {
    super(owner.cartId(), null);
    this.customerId = owner.scopeId();
    this.lines = List.of();
    this.mergedCarts = List.of();
  }

  public static Cart open(CartOwner owner) {
    return new Cart(owner);
  }

  /// Adds to what is there; the price seen is the one of now.
  public Outcome add(CartLine added) {
    requireKept();
    int present = line(added.productId(), added.sku()).map(CartLine::quantity).orElse(0);
    put(added, Math.addExact(present, added.quantity()));
    return Outcome.APPLIED;
  }

  /// Sets the quantity, and takes the price of now as seen.
  public Outcome set(CartLine wanted) {
    requireKept();
    if (line(wanted.productId(), wanted.sku()).isEmpty()) {
      throw notThere(wanted.sku());
    }
    put(wanted, wanted.quantity());
    return Outcome.APPLIED;
  }

  public Outcome remove(String productId, String sku) {
    requireKept();
    List<CartLine> others = new ArrayList<>(lines);
    if (!others.removeIf(line -> line.isFor(productId, sku))) {
      return Outcome.ALREADY;
    }
    lines = others;
    return Outcome.APPLIED;
  }

  /// The guest turned out to be this customer. The first to come gets the cart; from then on it
  /// takes no more.
  public Outcome handOver(String toCustomerId) {
    if (handedTo != null) {
      return Outcome.ALREADY;
    }
    handedTo = toCustomerId;
    return Outcome.APPLIED;
  }

  /// What was handed over has arrived.
  public Outcome clearHandedOver() {
    if (lines.isEmpty()) {
      return Outcome.ALREADY;
    }
    lines = List.of();
    return Outcome.APPLIED;
  }

  /// Takes over a guest's cart, once. Of what is in both, the larger quantity stays, with the price
  /// that was seen last; what exceeds the limit of lines is left behind.
  public Outcome takeOver(Cart guest) {
    if (mergedCarts.contains(guest.id())) {
      return Outcome.ALREADY;
    }
    for (CartLine brought : guest.lines) {
      Optional<CartLine> own = line(brought.productId(), brought.sku());
      if (own.isPresent()) {
        CartLine later = own.get().seenAt().isAfter(brought.seenAt()) ? own.get() : brought;
        put(later, Math.max(own.get().quantity(), brought.quantity()));
      } else if (lines.size() < MOST_LINES) {
        put(brought, brought.quantity());
      }
    }
    List<String> merged = new ArrayList<>(mergedCarts);
    merged.add(guest.id());
    mergedCarts = last(MERGES_REMEMBERED, merged);
    return Outcome.APPLIED;
  }

  /// Buys everything: one order per shop, and the cart is empty, in one write.
  ///
  /// @param prices what each line costs now; null when it cannot be bought
  /// @param orderIds by shop
  public Outcome checkOut(
      CheckoutTerms terms,
      Function<CartLine, @Nullable Money> prices,
      Function<String, String> orderIds) {
    if (remembered(terms.checkoutId()).isPresent()) {
      return Outcome.ALREADY;
    }
    if (lines.isEmpty()) {
      throw Refusal.rule("cart_empty", "There is nothing in the cart");
    }
    LinesRefused.unlessAvailable(lines, prices);
    LinesRefused.unlessPricesSeen(lines, prices);
    Map<String, List<CartLine>> byShop = new TreeMap<>();
    lines.forEach(
        line -> byShop.computeIfAbsent(line.shopId(), shop -> new ArrayList<>()).add(line));
    List<Checkout.OpenedOrder> orders = new ArrayList<>();
    byShop.forEach(
        (shopId, bought) -> {
          String orderId = orderIds.apply(shopId);
          orders.add(new Checkout.OpenedOrder(orderId, shopId));
          record(terms.fact(orderId, customerId, bought));
        });
    lines = List.of();
    earlierCheckouts = last(CHECKOUTS_REMEMBERED - 1, checkouts());
    lastCheckout = new Checkout(terms.checkoutId(), orders);
    return Outcome.APPLIED;
  }

  public List<CartLine> lines() {
    return List.copyOf(lines);
  }

  public Optional<String> handedTo() {
    return Optional.ofNullable(handedTo);
  }

  /// The checkout with this id, while it is one of the last.
  public Optional<Checkout> remembered(String checkoutId) {
    return checkouts().stream()
        .filter(checkout -> checkout.checkoutId().equals(checkoutId))
        .findFirst();
  }

  Optional<CartLine> line(String productId, String sku) {
    return lines.stream().filter(line -> line.isFor(productId, sku)).findFirst();
  }

  static Refusal notThere(String sku) {
    return Refusal.notFound("cart_item", sku);
  }

  private List<Checkout> checkouts() {
    List<Checkout> all = new ArrayList<>(earlierCheckouts);
    if (lastCheckout != null) {
      all.add(lastCheckout);
    }
    return all;
  }

  private static <T> List<T> last(int most, List<T> all) {
    return List.copyOf(all.subList(Math.max(0, all.size() - most), all.size()));
  }

  private void put(CartLine seen, int quantity) {
    if (quantity < 1 || quantity > MOST_OF_ONE) {
      throw Refusal.rule("quantity_limit", "A line holds 1 to " + MOST_OF_ONE + " pieces");
    }
    List<CartLine> changed = new ArrayList<>(lines);
    changed.replaceAll(line -> line.isForSameAs(seen) ? line.with(quantity, seen) : line);
    if (changed.stream().noneMatch(line -> line.isForSameAs(seen))) {
      if (changed.size() >= MOST_LINES) {
        throw Refusal.rule("cart_full", "A cart has at most " + MOST_LINES + " lines");
      }
      changed.add(seen.with(quantity, seen));
    }
    lines = changed;
  }

  private void requireKept() {
    if (handedTo != null) {
      throw Refusal.conflict("cart_handed_over", "The cart belongs to a customer now");
    }
  }
}
