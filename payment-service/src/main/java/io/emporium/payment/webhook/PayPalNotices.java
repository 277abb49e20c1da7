package io.emporium.payment.webhook;

import io.emporium.kit.problem.Category;
import io.emporium.kit.problem.Refusal;
import io.emporium.payment.payment.Provider;
import io.emporium.payment.payment.gateway.ProviderMoney;
import io.emporium.payment.webhook.Notice.News;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// PayPal's notifications: PayPal itself says whether they are its own, then they are read.
@Component
class PayPalNotices {

  private final PayPalVerification verification;
  private final JsonMapper mapper;

  PayPalNotices(PayPalVerification verification, JsonMapper mapper) {
    this.verification = verification;
    this.mapper = mapper;
  }

  /// @throws Refusal when it is not PayPal's, or cannot be read
  Notice read(byte[] body, HttpHeaders headers) {
    String text = new String(body, StandardCharsets.UTF_8);
    try {
      JsonNode event = mapper.readTree(text);
      if (!event.isObject()) {
        throw Refusal.invalid("", "is no notification");
      }
      if (!verification.isGenuine(text, headers)) {
        throw new Refusal(
            Category.INVALID, "invalid_signature", "PayPal does not know this notification");
      }
      return notice(event, text);
    } catch (JacksonException | ArithmeticException | IllegalArgumentException e) {
      throw Refusal.invalid("", "is no notification");
    }
  }

  private static Notice notice(JsonNode event, String text) {
    String id = event.path("id").stringValue("");
    if (id.isEmpty() || id.length() > 255) {
      throw Refusal.invalid("/id", "is missing");
    }
    String type = event.path("event_type").asString("");
    JsonNode resource = event.path("resource");
    String paymentId =
        resource
            .path("custom_id")
            .asString(resource.path("purchase_units").path(0).path("custom_id").asString(""));
    return new Notice(
        id,
        Provider.PAYPAL,
        type,
        paymentId.isEmpty() ? null : paymentId,
        number(resource.path("invoice_id").asString("")),
        news(type, resource),
        text);
  }

  private static News news(String type, JsonNode resource) {
    return switch (type) {
      case "CHECKOUT.ORDER.APPROVED" -> new News.CustomerDone();
      case "PAYMENT.CAPTURE.COMPLETED" -> charged(resource);
      case "PAYMENT.CAPTURE.DENIED", "PAYMENT.CAPTURE.DECLINED" -> new News.Declined("declined");
      default -> new News.Other();
    };
  }

  private static News charged(JsonNode capture) {
    JsonNode amount = capture.path("amount");
    return new News.Charged(
        capture.path("id").asString(""),
        ProviderMoney.payPal(
            amount.path("value").asString(""), amount.path("currency_code").asString("")));
  }

  /// The invoice is the attempt's key: `paymentId:number`.
  private static int number(String invoice) {
    String last = invoice.substring(invoice.lastIndexOf(':') + 1);
    return last.matches("[0-9]{1,4}") ? Integer.parseInt(last) : 0;
  }
}
