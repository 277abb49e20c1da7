package io.emporium.ecommerce.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emporium.events.Money;
import io.emporium.events.catalog.CartCheckedOut;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class CartTest {

  private static final Instant EARLY = Instant.parse("2026-11-01T10:00:00Z");
  private static final Instant LATE = EARLY.plusSeconds(60);
  private static final CheckoutTerms TERMS = termsOf("co-1");

  private final Cart cart = Cart.open(CartOwner.customer("anna"));

  @Test
  void addsUpAndRemembersThePriceSeenLast() {
    cart.add(line("tea", 2, 900, EARLY));
    cart.add(line("tea", 3, 950, LATE));

    assertThat(cart.lines()).containsExactly(line("tea", 5, 950, LATE));
  }

  @Test
  void keepsItsLimits() {
    assertThatThrownBy(() -> cart.add(line("tea", 1_000, 900, EARLY))).isInstanceOf(Refusal.class);
    for (int i = 0; i < Cart.MOST_LINES; i++) {
      cart.add(line("p" + i, 1, 1, EARLY));
    }
    assertThatThrownBy(() -> cart.add(line("one more", 1, 1, EARLY))).isInstanceOf(Refusal.class);
  }

  @Test
  void setsOnlyWhatIsThere() {
    assertThatThrownBy(() -> cart.set(line("tea", 1, 900, EARLY))).isInstanceOf(Refusal.class);
    cart.add(line("tea", 1, 900, EARLY));
    cart.set(line("tea", 4, 800, LATE));
    assertThat(cart.lines()).containsExactly(line("tea", 4, 800, LATE));
    assertThat(cart.remove("tea", "sku-tea")).isEqualTo(Outcome.APPLIED);
    assertThat(cart.remove("tea", "sku-tea")).isEqualTo(Outcome.ALREADY);
  }

  @Test
  void takesAGuestsCartOnceWithTheLargerQuantity() {
    Cart guest = Cart.open(CartOwner.guest("secret"));
    guest.add(line("tea", 1, 950, LATE));
    guest.add(line("cup", 2, 300, EARLY));
    cart.add(line("tea", 3, 900, EARLY));

    assertThat(guest.handOver("anna")).isEqualTo(Outcome.APPLIED);
    assertThat(guest.handOver("bert")).isEqualTo(Outcome.ALREADY);
    assertThat(guest.handedTo()).contains("anna");
    assertThatThrownBy(() -> guest.add(line("pot", 1, 1, LATE))).isInstanceOf(Refusal.class);
    assertThat(cart.takeOver(guest)).isEqualTo(Outcome.APPLIED);
    assertThat(cart.takeOver(guest)).isEqualTo(Outcome.ALREADY);
    assertThat(cart.lines()).containsExactly(line("tea", 3, 950, LATE), line("cup", 2, 300, EARLY));
  }

  @Test
  void opensOneOrderPerShopAndIsEmptyThen() {
    cart.add(line("tea", 2, 900, EARLY));
    cart.add(inShop("cup", "shop-2"));

    cart.checkOut(TERMS, CartLine::unitPrice, shop -> "order-" + shop);

    assertThat(cart.lines()).isEmpty();
    assertThat(cart.recorded())
        .hasExactlyElementsOfTypes(CartCheckedOut.class, CartCheckedOut.class);
    CartCheckedOut first = (CartCheckedOut) cart.recorded().getFirst();
    assertThat(first.orderId()).isEqualTo("order-shop");
    assertThat(first.customerId()).isEqualTo("anna");
    assertThat(first.lines()).hasSize(1);
    assertThat(cart.remembered("co-1").orElseThrow().orders())
        .extracting(Checkout.OpenedOrder::shopId)
        .containsExactly("shop", "shop-2");
  }

  @Test
  void answersARepeatedCheckoutInsteadOfBuyingNothing() {
    cart.add(line("tea", 2, 900, EARLY));
    cart.checkOut(TERMS, CartLine::unitPrice, shop -> "o");

    assertThat(cart.checkOut(TERMS, CartLine::unitPrice, shop -> "other"))
        .isEqualTo(Outcome.ALREADY);
    assertThat(cart.recorded()).hasSize(1);
  }

  @Test
  void answersEachOfItsLastCheckoutsWhateverLiesInItByNow() {
    for (int n = 0; n <= Cart.CHECKOUTS_REMEMBERED; n++) {
      String order = "order-" + n;
      cart.add(line("tea", 1, 900, EARLY));
      cart.checkOut(termsOf("co-" + n), CartLine::unitPrice, shop -> order);
    }
    cart.add(line("cup", 2, 300, EARLY));

    assertThat(cart.checkOut(termsOf("co-1"), CartLine::unitPrice, shop -> "other"))
        .isEqualTo(Outcome.ALREADY);

    assertThat(cart.lines()).containsExactly(line("cup", 2, 300, EARLY));
    assertThat(cart.remembered("co-1").orElseThrow().orders())
        .extracting(Checkout.OpenedOrder::orderId)
        .containsExactly("order-1");
    assertThat(cart.remembered("co-" + Cart.CHECKOUTS_REMEMBERED)).isPresent();
    assertThat(cart.remembered("co-0")).isEmpty();
  }

  @Test
  void refusesStalePricesAndWhatIsGone() {
    cart.add(line("tea", 2, 900, EARLY));
    cart.add(line("cup", 2, 300, EARLY));
    Function<CartLine, Money> dearer =
        line -> line.productId().equals("cup") ? Money.of(350, "USD") : line.unitPrice();

    assertThatThrownBy(() -> cart.checkOut(TERMS, dearer, shop -> "o"))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo("price_changed");
              assertThat(refusal.violations())
                  .singleElement()
                  .satisfies(line -> assertThat(line.pointer()).isEqualTo("/items/1/unitPrice"))
                  .satisfies(line -> assertThat(line.message()).contains("3.50 USD"));
            });
    assertThatThrownBy(() -> cart.checkOut(TERMS, line -> null, shop -> "o"))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.code()).isEqualTo("product_not_available"));
    assertThat(cart.recorded()).isEmpty();
    assertThatThrownBy(
            () ->
                Cart.open(CartOwner.customer("b"))
                    .checkOut(TERMS, CartLine::unitPrice, shop -> "o"))
        .isInstanceOf(Refusal.class);
  }

  private static CheckoutTerms termsOf(String checkoutId) {
    return new CheckoutTerms(checkoutId, "a@example.com", "delivery", null, null);
  }

  private static CartLine line(String product, int quantity, long price, Instant seen) {
    return new CartLine(
        product, "sku-" + product, "c", "shop", product, quantity, Money.of(price, "USD"), seen);
  }

  private static CartLine inShop(String product, String shop) {
    return new CartLine(
        product, "sku-" + product, "c", shop, product, 1, Money.of(100, "USD"), EARLY);
  }

  @Test
  void leavesAGuestsCartEmptyOnceItHasArrived() {
    Cart guest = Cart.open(CartOwner.guest("secret"));
    guest.add(line("tea", 1, 950, LATE));
    guest.handOver("anna");

    assertThat(guest.clearHandedOver()).isEqualTo(Outcome.APPLIED);
    assertThat(guest.clearHandedOver()).isEqualTo(Outcome.ALREADY);
    assertThat(guest.lines()).isEqualTo(List.of());
  }
}
