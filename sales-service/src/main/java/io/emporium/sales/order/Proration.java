package io.emporium.sales.order;

import io.emporium.events.Money;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// How an amount is divided so that the parts are whole minor units and add up to it exactly.
public final class Proration {

  private Proration() {}

  /// What `quantity` out of `units` equal units are worth together. Where the amount does not
  /// divide evenly some units are dearer by one minor unit, and those go first; so however units
  /// are taken one after the other, each time out of what is left, the last takes what remains.
  ///
  /// @param units at least 1, and no fewer than `quantity`
  public static Money share(int quantity, int units, Money amount) {
    if (quantity < 0 || units < 1 || quantity > units) {
      throw new IllegalArgumentException(quantity + " of " + units + " units");
    }
    long each = Math.floorDiv(amount.amount(), (long) units);
    long dearer = Math.floorMod(amount.amount(), (long) units);
    return new Money(
        Math.addExact(Math.multiplyExact(each, quantity), Math.min(quantity, dearer)),
        amount.currency());
  }

  /// Spreads an amount over weights by largest remainder: each part is the exact share rounded down
  /// or up, and the sum is the amount. Equal remainders are served in order.
  ///
  /// @param amount not negative
  /// @param weights not negative; when all are zero, all count alike
  public static List<Money> spread(Money amount, List<Long> weights) {
    if (amount.amount() < 0 || weights.isEmpty() || weights.stream().anyMatch(each -> each < 0)) {
      throw new IllegalArgumentException("cannot spread " + amount + " over " + weights);
    }
    boolean weightless = weights.stream().allMatch(each -> each == 0);
    List<Long> by = weightless ? weights.stream().map(each -> 1L).toList() : weights;
    BigInteger whole =
        by.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
    BigInteger total = BigInteger.valueOf(amount.amount());
    List<BigInteger> remainders = new ArrayList<>();
    long[] parts = new long[by.size()];
    long left = amount.amount();
    for (int n = 0; n < parts.length; n++) {
      var exact = total.multiply(BigInteger.valueOf(by.get(n))).divideAndRemainder(whole);
      parts[n] = exact[0].longValueExact();
      remainders.add(exact[1]);
      left -= parts[n];
    }
    IntStream.range(0, parts.length)
        .boxed()
        .sorted(Comparator.comparing((Integer n) -> remainders.get(n)).reversed())
        .limit(left)
        .forEach(n -> parts[n]++);
    return Arrays.stream(parts).mapToObj(part -> new Money(part, amount.currency())).toList();
  }
}
