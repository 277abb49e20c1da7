package io.emporium.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class MoneyTest {

  @Test
  void isMinorUnitsAndACodeOnTheWire() {
    JsonMapper mapper = JsonMapper.shared();

    assertThat(mapper.writeValueAsString(Money.of(1999, "USD")))
        .isEqualTo("{\"amount\":1999,\"currency\":\"USD\"}");
    assertThat(mapper.readValue("{\"amount\":500,\"currency\":\"JPY\"}", Money.class))
        .isEqualTo(Money.of(500, "JPY"));
  }

  @Test
  void knowsTheExponentOfItsCurrency() {
    assertThat(Money.of(1999, "USD")).hasToString("19.99 USD");
    assertThat(Money.of(500, "JPY")).hasToString("500 JPY");
    assertThat(Money.of(-1234, "BHD")).hasToString("-1.234 BHD");
  }

  @Test
  void isNothingWithoutACurrency() {
    for (String json : List.of("{\"amount\":1}", "{\"amount\":1,\"currency\":null}")) {
      assertThatThrownBy(() -> JsonMapper.shared().readValue(json, Money.class))
          .isInstanceOf(JacksonException.class);
    }
  }

  @Test
  void refusesToMixCurrencies() {
    Money dollars = Money.of(1, "USD");
    Money euros = Money.of(1, "EUR");

    assertThatThrownBy(() -> dollars.plus(euros)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> dollars.compareTo(euros)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesToOverflow() {
    Money most = Money.of(Long.MAX_VALUE, "USD");

    assertThatThrownBy(() -> most.plus(Money.of(1, "USD"))).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
  }
}
