package io.emporium.payment.payment.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emporium.events.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderMoneyTest {

  @ParameterizedTest
  @CsvSource({
    "1999, USD, 1999, 19.99",
    "500, JPY, 500, 500",
    "12340, BHD, 12340, 12.340",
    "5, ISK, 500, 5",
    "200, MGA, 2, 2.00",
    "2000, HUF, 2000, 20",
    "150000, TWD, 150000, 1500"
  })
  void isWrittenAndReadAsEachProviderCounts(
      long amount, String currency, long stripe, String payPal) {
    Money money = Money.of(amount, currency);

    assertThat(ProviderMoney.stripeAmount(money)).isEqualTo(stripe);
    assertThat(ProviderMoney.stripe(stripe, currency)).isEqualTo(money);
    assertThat(ProviderMoney.payPalValue(money)).isEqualTo(payPal);
    assertThat(ProviderMoney.payPal(payPal, currency)).isEqualTo(money);
  }

  @Test
  void stripeHasNoNumberForAPartOfAnAriary() {
    assertThatThrownBy(() -> ProviderMoney.stripeAmount(Money.of(201, "MGA")))
        .isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest
  @CsvSource({"1999, HUF", "150001, TWD"})
  void payPalHasNoNumberForAPartOfAForintOrADollarOfTaiwan(long amount, String currency) {
    assertThatThrownBy(() -> ProviderMoney.payPalValue(Money.of(amount, currency)))
        .isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest
  @CsvSource({"0.001, USD", "1.5, JPY"})
  void fractionsOfAMinorUnitAreNoMoney(String value, String currency) {
    assertThatThrownBy(() -> ProviderMoney.payPal(value, currency))
        .isInstanceOf(ArithmeticException.class);
  }
}
