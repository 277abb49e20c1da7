package io.emporium.localstack.stripe;

import io.emporium.localstack.http.Json;
import tools.jackson.databind.node.ObjectNode;

/// One request: the object it is about ("" for none), its parameters and its idempotency key.
record StripeCall(String id, ObjectNode params, String idempotencyKey) {

  String text(String name) {
    return Json.text(params, name);
  }

  boolean has(String name) {
    return params.has(name);
  }

  boolean flag(String name) {
    return text(name).equals("true");
  }

  String required(String name) {
    if (text(name).isEmpty()) {
      throw StripeError.missing(name);
    }
    return text(name);
  }

  /// An amount in minor units.
  long amount(String name, long otherwise) {
    if (text(name).isEmpty()) {
      return otherwise;
    }
    try {
      long amount = Long.parseLong(text(name));
      if (amount > 0) {
        return amount;
      }
    } catch (NumberFormatException e) {
      throw StripeError.invalid("parameter_invalid_integer", "Invalid integer: " + text(name));
    }
    throw StripeError.invalid(
        "parameter_invalid_integer", "This value must be greater than or equal to 1.");
  }

  ObjectNode metadata() {
    return params.get("metadata") instanceof ObjectNode given ? given : Json.object();
  }

  /// Whether an object is of the time that `created[gte]` and `created[lt]` give.
  boolean isOfPeriod(ObjectNode object) {
    long created = object.path("created").asLong();
    String from = Json.text(params, "created", "gte");
    String to = Json.text(params, "created", "lt");
    return (from.isEmpty() || created >= Long.parseLong(from))
        && (to.isEmpty() || created < Long.parseLong(to));
  }
}
