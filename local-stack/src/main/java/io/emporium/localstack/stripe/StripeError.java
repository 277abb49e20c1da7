package io.emporium.localstack.stripe;

import io.emporium.localstack.http.Answer;
import io.emporium.localstack.http.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Stripe's error object with its HTTP status.
final class StripeError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient ObjectNode error;

  private StripeError(int status, ObjectNode error) {
    super(Json.text(error, "message"));
    this.status = status;
    this.error = error;
  }

  private static StripeError of(int status, String type, @Nullable String code, String message) {
    ObjectNode error = Json.object().put("type", type).put("message", message);
    if (code != null) {
      error.put("code", code);
    }
    return new StripeError(status, error);
  }

  static StripeError invalid(@Nullable String code, String message) {
    return of(400, "invalid_request_error", code, message);
  }

  static StripeError missing(String param) {
    StripeError failure = invalid("parameter_missing", "Missing required param: " + param + ".");
    failure.error.put("param", param);
    return failure;
  }

  static StripeError noSuch(String object, String id) {
    String message = "No such " + object + ": '" + id + "'";
    return of(404, "invalid_request_error", "resource_missing", message);
  }

  static StripeError unauthorized() {
    return of(401, "invalid_request_error", null, "You did not provide an API key.");
  }

  static StripeError keyInUse() {
    String message = "There is currently another in-progress request using this Idempotency Key.";
    return of(409, "idempotency_error", "idempotency_key_in_use", message);
  }

  static StripeError keyReused() {
    String message =
        "Keys for idempotent requests can only be used with the same parameters they were first"
            + " used with.";
    return of(400, "idempotency_error", null, message);
  }

  static StripeError rateLimited() {
    return of(429, "invalid_request_error", "rate_limit", "Too many requests.");
  }

  static StripeError internal() {
    return of(500, "api_error", null, "An error occurred internally with Stripe.");
  }

  static StripeError card(TestCard card, ObjectNode intent) {
    ObjectNode error = cardError(card);
    error.set("payment_intent", intent);
    return new StripeError(402, error);
  }

  static StripeError cardAtSetup(TestCard card, ObjectNode setupIntent) {
    ObjectNode error = cardError(card);
    error.set("setup_intent", setupIntent);
    return new StripeError(402, error);
  }

  static ObjectNode cardError(TestCard card) {
    ObjectNode error = Json.object().put("type", "card_error").put("code", card.code());
    if (!card.declineCode().isEmpty()) {
      error.put("decline_code", card.declineCode());
    }
    return error.put("message", card.message());
  }

  Answer answer() {
    ObjectNode body = Json.object();
    body.set("error", error);
    return Answer.of(status, body);
  }

  /// Stripe keeps declines and its own failures under an idempotency key, not refused requests.
  boolean isKept() {
    return status == 402 || status == 500;
  }
}
