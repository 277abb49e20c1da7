package io.emporium.analytics.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.events.Money;
import org.junit.jupiter.api.Test;

class MoneyByCurrencyTest {

  private final MoneyByCurrency sums = new MoneyByCurrency();

  @Test
  void neverAddsCurrenciesTogether() {
    sums.add(Money.of(100, "USD"));
    sums.add(Money.of(200, "EUR"));
    sums.add(Money.of(50, "USD"));

    assertThat(sums.sums()).containsExactly(Money.of(200, "EUR"), Money.of(150, "USD"));
  }

  @Test
  void roundsAveragesHalfUp() {
    sums.add(Money.of(100, "USD"));
    sums.add(Money.of(101, "USD"));

    assertThat(sums.averages()).containsExactly(Money.of(101, "USD"));
  }
}
