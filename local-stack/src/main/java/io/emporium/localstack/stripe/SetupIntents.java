package io.emporium.localstack.stripe;

import io.emporium.localstack.http.Ids;
import io.emporium.localstack.http.Json;
import tools.jackson.databind.node.ObjectNode;

/// Storing a card for later.
final class SetupIntents {

  private static final String TYPE = "setup_intent";

  private final StripeObjects objects;
  private final PaymentMethods methods;

  SetupIntents(StripeObjects objects, PaymentMethods methods) {
    this.objects = objects;
    this.methods = methods;
  }

  ObjectNode create(StripeCall call) {
    ObjectNode intent = objects.create("seti", TYPE);
    intent
        .put("client_secret", Json.text(intent, "id") + "_secret_" + Ids.secret())
        .put("status", "requires_payment_method")
        .put("usage", call.has("usage") ? call.text("usage") : "off_session")
        .putNull("payment_method")
        .putNull("customer");
    if (call.has("customer")) {
      intent.put("customer", Json.text(objects.get("customer", call.text("customer")), "id"));
    }
    intent.putArray("payment_method_types").add("card");
    intent.set("metadata", call.metadata());
    objects.save(intent);
    return call.flag("confirm") ? confirm(intent, call) : intent;
  }

  ObjectNode retrieve(StripeCall call) {
    return objects.get(TYPE, call.id());
  }

  ObjectNode confirm(StripeCall call) {
    return confirm(objects.get(TYPE, call.id()), call);
  }

  private ObjectNode confirm(ObjectNode intent, StripeCall call) {
    ObjectNode method = methods.resolve(call.required("payment_method"));
    TestCard card = methods.card(method);
    if (card.isDeclined()) {
      intent.set("last_setup_error", StripeError.cardError(card));
      objects.save(intent);
      objects.publish("setup_intent.setup_failed", intent, call);
      throw StripeError.cardAtSetup(card, intent);
    }
    if (intent.hasNonNull("customer")) {
      methods.attach(method, Json.text(intent, "customer"), call);
    }
    intent.put("payment_method", Json.text(method, "id")).put("status", "succeeded");
    objects.save(intent);
    objects.publish("setup_intent.succeeded", intent, call);
    return intent;
  }
}
