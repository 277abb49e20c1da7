package io.emporium.sales.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emporium.events.Money;
import io.emporium.events.company.TaxRate;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Properties over many random cases; the seed is fixed, so a failure repeats.
class ProrationTest {

  private static final int CASES = 5_000;
  private static final List<TaxRate> RATES =
      List.of(new TaxRate("standard", 1_900), new TaxRate("reduced", 700));

  private final Random random = new Random(42);

  @Test
  void spreadsToTheCentAndWithinOneCentOfTheExactShare() {
    for (int n = 0; n < CASES; n++) {
      long amount = random.nextLong(1_000_000_000_000L);
      List<Long> weights = random.longs(random.nextInt(1, 40), 0, 1_000_000_000L).boxed().toList();
      BigInteger whole =
          weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);

      List<Money> parts = Proration.spread(Money.of(amount, "USD"), weights);

      assertThat(sum(parts)).isEqualTo(amount);
      for (int i = 0; i < parts.size() && whole.signum() > 0; i++) {
        long floor =
            BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(weights.get(i)))
                .divide(whole)
                .longValueExact();
        assertThat(parts.get(i).amount()).isBetween(floor, floor + 1);
      }
    }
  }

  @Test
  void givesTheOddCentsToTheLargestRemainders() {
    assertThat(amounts(Proration.spread(Money.of(100, "USD"), List.of(1L, 1L, 1L))))
        .containsExactly(34L, 33L, 33L);
    assertThat(amounts(Proration.spread(Money.of(10, "USD"), List.of(333L, 333L, 334L))))
        .containsExactly(3L, 3L, 4L);
    assertThat(amounts(Proration.spread(Money.of(5, "JPY"), List.of(0L, 0L))))
        .containsExactly(3L, 2L);
    assertThat(amounts(Proration.spread(Money.of(0, "USD"), List.of(7L)))).containsExactly(0L);
    assertThatThrownBy(() -> Proration.spread(Money.of(1, "USD"), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Proration.spread(Money.of(-1, "USD"), List.of(1L)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void unitsTakenInAnyPortionsAndPutBackComeToTheWholeAmount() {
    for (int n = 0; n < CASES; n++) {
      int units = random.nextInt(1, 200);
      int left = units;
      Money total = Money.of(random.nextLong(10_000_000), "USD");
      Money remaining = total;
      while (left > 0) {
        int taken = random.nextInt(1, left + 1);
        Money share = Proration.share(taken, left, remaining);
        if (random.nextInt(4) == 0) {
          // Less came back than was claimed.
          int fewer = random.nextInt(taken);
          share = Proration.share(fewer, taken, share);
          taken = fewer;
        }
        remaining = remaining.minus(share);
        left -= taken;
        assertThat(remaining.amount()).isBetween(0L, total.amount());
        // No unit is more than a cent dearer than another.
        assertThat(share.amount() - taken * (total.amount() / units)).isBetween(0L, (long) taken);
      }
      assertThat(remaining.amount()).isZero();
    }
  }

  @Test
  void aBasketAddsUpHoweverItIsTaxedAndDiscounted() {
    for (int n = 0; n < CASES; n++) {
      TaxCalculation taxes = new TaxCalculation(random.nextBoolean(), RATES);
      List<PricedItem> items = new ArrayList<>();
      for (int i = random.nextInt(1, 12); i > 0; i--) {
        String taxClass = random.nextBoolean() ? "standard" : "reduced";
        Money price = Money.of(random.nextLong(1, 100_000), "EUR");
        items.add(new PricedItem("p" + i, "S" + i, "Thing", random.nextInt(1, 9), price, taxClass));
      }
      Money discount = Money.of(random.nextLong(50_000), "EUR");
      Money shipping = Money.of(random.nextLong(2_000), "EUR");

      Basket basket = Basket.of(items, taxes, new Basket.Extras(discount, shipping));

      long discounts = basket.lines().stream().mapToLong(line -> line.discount().amount()).sum();
      assertThat(basket.discount().amount()).isEqualTo(discounts);
      assertThat(discounts).isEqualTo(Math.min(discount.amount(), basket.subtotal().amount()));
      long totals = basket.lines().stream().mapToLong(line -> line.total().amount()).sum();
      assertThat(basket.total().amount()).isEqualTo(totals + basket.shipping().amount());
      long lineTaxes = basket.lines().stream().mapToLong(line -> line.tax().amount()).sum();
      assertThat(basket.tax().amount()).isEqualTo(lineTaxes + basket.shippingTax().amount());
      if (taxes.pricesIncludeTax()) {
        assertThat(basket.total())
            .isEqualTo(basket.subtotal().minus(basket.discount()).plus(shipping));
      } else {
        assertThat(basket.total())
            .isEqualTo(
                basket.subtotal().minus(basket.discount()).plus(shipping).plus(basket.tax()));
      }
      for (OrderLine line : basket.lines()) {
        assertThat(line.tax().amount()).isBetween(0L, line.total().amount());
        assertThat(line.discount().amount())
            .isBetween(0L, line.unitPrice().amount() * line.quantity());
        // The one rounding rule: half a minor unit at most, per line.
        double exact = line.net().amount() * line.taxBasisPoints() / 10_000.0;
        assertThat(Math.abs(exact - line.tax().amount())).isLessThanOrEqualTo(0.6);
      }
    }
  }

  private static long sum(List<Money> parts) {
    return parts.stream().mapToLong(Money::amount).sum();
  }

  private static List<Long> amounts(List<Money> parts) {
    return parts.stream().map(Money::amount).toList();
  }
}
