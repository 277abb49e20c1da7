package io.emporium.fleet.story;

import java.math.BigDecimal;
import java.util.Currency;
import tools.jackson.databind.JsonNode;

/// `{"amount":129900,"currency":"USD"}` as `1299.00 USD`.
final class Prices {

  private Prices() {}

  static String show(JsonNode money) {
    String code = money.path("currency").asString("");
    if (code.isEmpty()) {
      return "no price";
    }
    int digits = Currency.getInstance(code).getDefaultFractionDigits();
    return BigDecimal.valueOf(money.path("amount").asLong(), digits).toPlainString() + " " + code;
  }
}
