package io.emporium.payment.webhook;

import io.emporium.events.Money;
import io.emporium.kit.problem.Refusal;
import io.emporium.payment.payment.Provider;
import io.emporium.payment.payment.gateway.ProviderMoney;
import io.emporium.payment.webhook.Notice.News;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Stripe's notifications: verified over the raw body, then read.
@Component
class StripeNotices {

  private static final int LONGEST_TYPE = 100;

  private final StripeSignature signature;
  private final JsonMapper mapper;

  StripeNotices(StripeWebhookProperties properties, JsonMapper mapper, Clock clock) {
    this.signature =
        new StripeSignature(properties.webhookSecret(), properties.webhookTolerance(), clock);
    this.mapper = mapper;
  }

  /// @throws Refusal when it is not Stripe's, or cannot be read
  Notice read(byte[] body, @Nullable String header) {
    String text = new String(body, StandardCharsets.UTF_8);
    signature.require(text, header);
    try {
      return notice(mapper.readTree(text), text);
    } catch (JacksonException | ArithmeticException | IllegalArgumentException e) {
      throw Refusal.invalid("", "is no notification");
    }
  }

  private static Notice notice(JsonNode event, String text) {
    String id = event.path("id").stringValue("");
    if (id.isEmpty() || id.length() > 255) {
      throw Refusal.invalid("/id", "is missing");
    }
    String type = event.path("type").asString("");
    if (type.isEmpty() || type.length() > LONGEST_TYPE) {
      throw Refusal.invalid("/type", "is missing");
    }
    JsonNode object = event.path("data").path("object");
    JsonNode metadata = object.path("metadata");
    String paymentId = metadata.path("paymentId").asString("");
    String orderId = metadata.path("orderId").asString("");
    return new Notice(
        id,
        Provider.STRIPE,
        type,
        paymentId.isEmpty() ? null : paymentId,
        orderId.isEmpty() ? null : orderId,
        number(metadata.path("attempt").asString("0")),
        news(type, object),
        text);
  }

  private static News news(String type, JsonNode object) {
    return switch (type) {
      case "payment_intent.succeeded" ->
          new News.Charged(reference(object), amount(object, "amount_received"));
      case "payment_intent.amount_capturable_updated" ->
          new News.Reserved(reference(object), amount(object, "amount_capturable"));
      case "charge.dispute.created" ->
          new News.Disputed(
              reference(object),
              object.path("payment_intent").asString(""),
              amount(object, "amount"));
      case "payment_intent.payment_failed" -> new News.Declined(code(object));
      case "refund.created", "refund.updated" -> refund(object);
      default -> new News.Other();
    };
  }

  private static News refund(JsonNode object) {
    String refundId = object.path("metadata").path("refundId").asString("");
    boolean done = object.path("status").asString("").equals("succeeded");
    return done && !refundId.isEmpty()
        ? new News.Refunded(refundId, object.path("id").asString(""))
        : new News.Other();
  }

  private static String reference(JsonNode object) {
    String id = object.path("id").stringValue("");
    if (id.isEmpty()) {
      throw Refusal.invalid("/data/object/id", "is missing");
    }
    return id;
  }

  private static Money amount(JsonNode object, String field) {
    if (!object.path(field).isIntegralNumber()) {
      throw Refusal.invalid("/data/object/" + field, "is no amount");
    }
    return ProviderMoney.stripe(
        object.path(field).asLong(), object.path("currency").stringValue(""));
  }

  private static String code(JsonNode intent) {
    JsonNode error = intent.path("last_payment_error");
    String code = error.path("code").asString("declined");
    return error.path("decline_code").asString(code);
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
  }
}
