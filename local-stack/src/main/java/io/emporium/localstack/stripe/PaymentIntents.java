package io.emporium.localstack.stripe;

import io.emporium.localstack.http.Json;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/// Payment intents from creation to capture or cancellation.
final class PaymentIntents {

  static final String TYPE = "payment_intent";
  private static final Set<String> CONFIRMABLE =
      Set.of("requires_payment_method", "requires_confirmation", "requires_action");
  private static final Set<String> FINAL = Set.of("succeeded", "canceled");

  private final StripeObjects objects;
  private final PaymentMethods methods;
  private final Charges charges;
  private final Supplier<String> publicBase;

  PaymentIntents(
      StripeObjects objects, PaymentMethods methods, Charges charges, Supplier<String> publicBase) {
    this.objects = objects;
    this.methods = methods;
    this.charges = charges;
    this.publicBase = publicBase;
  }

  ObjectNode create(StripeCall call) {
    ObjectNode intent = IntentDraft.of(objects.create("pi", TYPE), call);
    if (call.has("customer")) {
      var unused = objects.get("customer", call.text("customer"));
    }
    objects.save(intent);
    objects.publish("payment_intent.created", intent, call);
    if (call.flag("confirm")) {
      return confirm(intent, call);
    }
    if (call.has("payment_method")) {
      useMethod(intent, call);
      intent.put("status", "requires_confirmation");
    }
    return objects.save(intent);
  }

  ObjectNode retrieve(StripeCall call) {
    return objects.get(TYPE, call.id());
  }

  ObjectNode list(StripeCall call) {
    String customer = call.text("customer");
    return objects.list(
        TYPE, call, intent -> customer.isEmpty() || Json.text(intent, "customer").equals(customer));
  }

  ObjectNode search(StripeCall call) {
    ObjectNode found = objects.list(TYPE, call, SearchQuery.parse(call.required("query")));
    return found.put("object", "search_result").put("url", "/v1/payment_intents/search");
  }

  ObjectNode update(StripeCall call) {
    ObjectNode intent = objects.get(TYPE, call.id());
    intent.withObject("metadata").setAll(call.metadata());
    if (call.has("description")) {
      intent.put("description", call.text("description"));
    }
    return objects.save(intent);
  }

  ObjectNode confirm(StripeCall call) {
    return confirm(objects.get(TYPE, call.id()), call);
  }

  private ObjectNode confirm(ObjectNode intent, StripeCall call) {
    requireState(intent, CONFIRMABLE.contains(Json.text(intent, "status")));
    TestCard card = useMethod(intent, call);
    if (card.isDeclined() || (card.needsAuthentication() && call.flag("off_session"))) {
      throw decline(intent, card, call);
    }
    if (card.needsAuthentication()) {
      return requireAction(intent, call);
    }
    return charge(intent, call);
  }

  private TestCard useMethod(ObjectNode intent, StripeCall call) {
    String id =
        call.has("payment_method")
            ? call.text("payment_method")
            : Json.text(intent, "payment_method");
    if (id.isEmpty()) {
      throw StripeError.invalid(
          "payment_intent_unexpected_state", "You cannot confirm without a payment method.");
    }
    ObjectNode method = methods.resolve(id);
    if (intent.hasNonNull("customer") && intent.hasNonNull("setup_future_usage")) {
      methods.attach(method, Json.text(intent, "customer"), call);
    }
    intent.put("payment_method", Json.text(method, "id"));
    return methods.card(method);
  }

  StripeError decline(ObjectNode intent, TestCard card, StripeCall call) {
    ObjectNode charge = charges.failed(intent, card, call);
    intent
        .put("status", "requires_payment_method")
        .put("latest_charge", Json.text(charge, "id"))
        .putNull("payment_method")
        .putNull("next_action")
        .set("last_payment_error", StripeError.cardError(card));
    objects.save(intent);
    objects.publish("payment_intent.payment_failed", intent, call);
    return StripeError.card(card, intent);
  }

  private ObjectNode requireAction(ObjectNode intent, StripeCall call) {
    String page = publicBase.get() + "/stripe/local/authenticate/" + Json.text(intent, "id");
    if (call.has("return_url")) {
      intent.put("return_url", call.text("return_url"));
    }
    ObjectNode action = intent.put("status", "requires_action").putObject("next_action");
    action.put("type", "redirect_to_url");
    action
        .putObject("redirect_to_url")
        .put("url", page)
        .put("return_url", Json.text(intent, "return_url"));
    objects.save(intent);
    objects.publish("payment_intent.requires_action", intent, call);
    return intent;
  }

  /// Takes or reserves the money: the one place where charges come from.
  ObjectNode charge(ObjectNode intent, StripeCall call) {
    boolean captured = !Json.text(intent, "capture_method").equals("manual");
    long amount = intent.path("amount").asLong();
    ObjectNode charge = charges.succeeded(intent, captured, call);
    intent
        .put("latest_charge", Json.text(charge, "id"))
        .put("status", captured ? "succeeded" : "requires_capture")
        .put("amount_received", captured ? amount : 0)
        .put("amount_capturable", captured ? 0 : amount)
        .putNull("next_action")
        .putNull("last_payment_error");
    objects.save(intent);
    objects.publish(
        captured ? "payment_intent.succeeded" : "payment_intent.amount_capturable_updated",
        intent,
        call);
    return intent;
  }

  ObjectNode capture(StripeCall call) {
    ObjectNode intent = objects.get(TYPE, call.id());
    requireState(intent, Json.text(intent, "status").equals("requires_capture"));
    long capturable = intent.path("amount_capturable").asLong();
    long amount = call.amount("amount_to_capture", capturable);
    if (amount > capturable) {
      throw StripeError.invalid("amount_too_large", "Amount is above the capturable amount.");
    }
    charges.capture(objects.get(Charges.TYPE, Json.text(intent, "latest_charge")), amount, call);
    intent.put("status", "succeeded").put("amount_received", amount).put("amount_capturable", 0);
    objects.save(intent);
    objects.publish("payment_intent.succeeded", intent, call);
    return intent;
  }

  ObjectNode cancel(StripeCall call) {
    ObjectNode intent = objects.get(TYPE, call.id());
    requireState(intent, !FINAL.contains(Json.text(intent, "status")));
    if (Json.text(intent, "status").equals("requires_capture")) {
      charges.release(objects.get(Charges.TYPE, Json.text(intent, "latest_charge")), call);
    }
    String reason = call.text("cancellation_reason");
    intent
        .put("status", "canceled")
        .put("amount_capturable", 0)
        .put("canceled_at", objects.clock().instant().getEpochSecond())
        .put("cancellation_reason", reason.isEmpty() ? null : reason);
    objects.save(intent);
    objects.publish("payment_intent.canceled", intent, call);
    return intent;
  }

  private static void requireState(ObjectNode intent, boolean allowed) {
    if (!allowed) {
      throw StripeError.invalid(
          "payment_intent_unexpected_state",
          "This PaymentIntent's status is " + Json.text(intent, "status") + ".");
    }
  }
}
