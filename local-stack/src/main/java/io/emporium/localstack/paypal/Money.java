package io.emporium.localstack.paypal;

import io.emporium.localstack.http.Json;
import java.math.BigDecimal;
import java.util.Currency;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// PayPal writes amounts as decimal text; everything here counts minor units.
record Money(long minor, String currency) {

  static Money read(JsonNode node) {
    String currency = Json.text(node, "currency_code");
    try {
      int digits = Currency.getInstance(currency).getDefaultFractionDigits();
      BigDecimal value = new BigDecimal(Json.text(node, "value"));
      return new Money(value.movePointRight(digits).longValueExact(), currency);
    } catch (ArithmeticException | IllegalArgumentException e) {
      throw PayPalError.invalid("INVALID_PARAMETER_VALUE");
    }
  }

  Money of(long otherMinor) {
    return new Money(otherMinor, currency);
  }

  ObjectNode write() {
    int digits = Currency.getInstance(currency).getDefaultFractionDigits();
    String value = BigDecimal.valueOf(minor, digits).toPlainString();
    return Json.object().put("currency_code", currency).put("value", value);
  }
}
