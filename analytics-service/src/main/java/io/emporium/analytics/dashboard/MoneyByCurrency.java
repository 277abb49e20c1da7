package io.emporium.analytics.dashboard;

import io.emporium.events.Money;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Sums, one per currency: currencies are never added together.
final class MoneyByCurrency {

  private final Map<String, Money> sums = new TreeMap<>();
  private final Map<String, Long> counts = new TreeMap<>();

  void add(Money money) {
    String currency = money.currency().getCurrencyCode();
    sums.merge(currency, money, Money::plus);
    counts.merge(currency, 1L, Long::sum);
  }

  List<Money> sums() {
    return List.copyOf(sums.values());
  }

  /// Rounded half up.
  List<Money> averages() {
    return sums.entrySet().stream()
        .map(sum -> average(sum.getValue(), counts.getOrDefault(sum.getKey(), 1L)))
        .toList();
  }

  private static Money average(Money sum, long count) {
    long doubled = Math.addExact(Math.multiplyExact(sum.amount(), 2), count);
    return new Money(Math.floorDiv(doubled, Math.multiplyExact(count, 2)), sum.currency());
  }
}
