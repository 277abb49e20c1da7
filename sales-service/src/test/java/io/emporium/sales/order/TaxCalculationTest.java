package io.emporium.sales.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.events.Money;
import io.emporium.events.company.TaxRate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxCalculationTest {

  private static final List<TaxRate> RATES =
      List.of(new TaxRate("standard", 1900), new TaxRate("reduced", 700));

  @ParameterizedTest
  @CsvSource({
    "11900, standard, 1900",
    "10700, reduced, 700",
    "1, standard, 0",
    "3, standard, 0",
    "4, standard, 1",
    "100, standard, 16",
    "0, standard, 0",
    "9000000000000000, standard, 1436974789915966",
  })
  void takesTheTaxOutOfPricesThatIncludeIt(long displayed, String taxClass, long tax) {
    var taxed = new TaxCalculation(true, RATES).line(Money.of(displayed, "EUR"), taxClass);

    assertThat(taxed.tax()).isEqualTo(Money.of(tax, "EUR"));
    assertThat(taxed.total()).isEqualTo(Money.of(displayed, "EUR"));
  }

  @ParameterizedTest
  @CsvSource({"10000, standard, 1900", "50, reduced, 4", "49, reduced, 3", "7, reduced, 0"})
  void addsTheTaxToPricesThatDoNot(long displayed, String taxClass, long tax) {
    var taxed = new TaxCalculation(false, RATES).line(Money.of(displayed, "JPY"), taxClass);

    assertThat(taxed.tax()).isEqualTo(Money.of(tax, "JPY"));
    assertThat(taxed.total()).isEqualTo(Money.of(displayed + tax, "JPY"));
  }

  @Test
  void roundsHalfUp() {
    var rates = List.of(new TaxRate("standard", 5000));

    assertThat(new TaxCalculation(false, rates).line(Money.of(1, "USD"), "standard").tax())
        .isEqualTo(Money.of(1, "USD"));
  }

  @Test
  void taxesAnUnknownClassAsStandardAndNothingWithoutRates() {
    assertThat(new TaxCalculation(false, RATES).line(Money.of(100, "USD"), "luxury").tax())
        .isEqualTo(Money.of(19, "USD"));
    assertThat(new TaxCalculation(true, List.of()).line(Money.of(100, "USD"), "standard").tax())
        .isEqualTo(Money.of(0, "USD"));
  }

  @Test
  void roundsPerLineAndAddsUp() {
    var item = new PricedItem("p1", "TEA", "Tea", 3, Money.of(33, "EUR"), "standard"); // 99 in all
    var basket =
        Basket.of(List.of(item, item), new TaxCalculation(true, RATES), Basket.Extras.NONE);

    assertThat(basket.lines()).extracting(OrderLine::tax).containsOnly(Money.of(16, "EUR"));
    assertThat(basket.subtotal()).isEqualTo(Money.of(198, "EUR"));
    assertThat(basket.tax()).isEqualTo(Money.of(32, "EUR"));
    assertThat(basket.total()).isEqualTo(Money.of(198, "EUR"));
  }
}
