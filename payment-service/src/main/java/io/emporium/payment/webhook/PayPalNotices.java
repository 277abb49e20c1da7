package io.emporium.payment.webhook;

import io.emporium.events.Money;
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

  private static final int LONGEST_TYPE = 100;

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
    if (type.isEmpty() || type.length() > LONGEST_TYPE) {
      throw Refusal.invalid("/event_type", "is missing");
    }
    JsonNode resource = event.path("resource");
    String paymentId = paymentId(resource);
    String orderId =
        resource
            .path("reference_id")
            .asString(resource.path("purchase_units").path(0).path("reference_id").asString(""));
    return new Notice(
        id,
        Provider.PAYPAL,
        type,
        paymentId.isEmpty() ? null : paymentId,
        orderId.isEmpty() ? null : orderId,
        number(resource.path("invoice_id").asString("")),
        news(type, resource),
        text);
  }

  // Of refunds only their invoice is ours.
  private static String paymentId(JsonNode resource) {
    String ofUnit = resource.path("purchase_units").path(0).path("custom_id").asString("");
    String given = resource.path("custom_id").asString(ofUnit);
    return given.isEmpty() ? resource.path("invoice_id").asString("").split(":", 2)[0] : given;
  }

  private static News news(String type, JsonNode resource) {
    return switch (type) {
      case "CHECKOUT.ORDER.APPROVED" -> new News.CustomerDone();
      case "PAYMENT.CAPTURE.COMPLETED" ->
          new News.Charged(reference(resource), amount(resource.path("amount")));
      case "PAYMENT.AUTHORIZATION.CREATED" ->
          new News.Reserved(reference(resource), amount(resource.path("amount")));
      case "PAYMENT.CAPTURE.REFUNDED" -> refunded(resource);
      case "CUSTOMER.DISPUTE.CREATED" -> disputed(resource);
      case "PAYMENT.CAPTURE.DENIED", "PAYMENT.CAPTURE.DECLINED" -> new News.Declined("declined");
      default -> new News.Other();
    };
  }

  // The refund's invoice is its key: `paymentId:refund:id`.
  private static News refunded(JsonNode refund) {
    String[] key = refund.path("invoice_id").asString("").split(":refund:", 2);
    boolean done = refund.path("status").asString("").equals("COMPLETED");
    return done && key.length == 2
        ? new News.Refunded(key[1], reference(refund))
        : new News.Other();
  }

  private static News disputed(JsonNode dispute) {
    String id = dispute.path("dispute_id").asString("");
    String charge =
        dispute.path("disputed_transactions").path(0).path("seller_transaction_id").asString("");
    return id.isEmpty() || charge.isEmpty()
        ? new News.Other()
        : new News.Disputed(id, charge, amount(dispute.path("dispute_amount")));
  }

  private static String reference(JsonNode resource) {
    String id = resource.path("id").stringValue("");
    if (id.isEmpty()) {
      throw Refusal.invalid("/resource/id", "is missing");
    }
    return id;
  }

  private static Money amount(JsonNode amount) {
    return ProviderMoney.payPal(
        amount.path("value").stringValue(""), amount.path("currency_code").stringValue(""));
  }

  /// The invoice is the attempt's key: `paymentId:number`.
  private static int number(String invoice) {
    String last = invoice.substring(invoice.lastIndexOf(':') + 1);
    return last.matches("[0-9]{1,4}") ? Integer.parseInt(last) : 0;
  }
}
