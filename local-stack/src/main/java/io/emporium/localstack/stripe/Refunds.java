package io.emporium.localstack.stripe;

import io.emporium.localstack.http.Json;
import io.emporium.localstack.ledger.Ledger;
import tools.jackson.databind.node.ObjectNode;

/// Refunds, whole or in parts, never above what was captured.
final class Refunds {

  private static final String TYPE = "refund";

  private final StripeObjects objects;
  private final Charges charges;
  private final Ledger ledger;

  Refunds(StripeObjects objects, Charges charges, Ledger ledger) {
    this.objects = objects;
    this.charges = charges;
    this.ledger = ledger;
  }

  ObjectNode create(StripeCall call) {
    ObjectNode charge = charge(call);
    long left = charge.path("amount_captured").asLong() - charge.path("amount_refunded").asLong();
    if (left <= 0) {
      throw StripeError.invalid(
          "charge_already_refunded", "Charge " + call.text("charge") + " has no amount left.");
    }
    long amount = call.amount("amount", left);
    if (amount > left) {
      throw StripeError.invalid(
          "amount_too_large", "Refund amount is greater than unrefunded amount on charge.");
    }
    charges.refund(charge, amount, call);
    ObjectNode refund = objects.save(describe(charge, amount, call));
    ledger.refund(row(refund, call));
    objects.publish("refund.created", refund, call);
    return refund;
  }

  private ObjectNode charge(StripeCall call) {
    if (call.has("charge")) {
      return objects.get(Charges.TYPE, call.text("charge"));
    }
    ObjectNode intent = objects.get("payment_intent", call.required("payment_intent"));
    if (!Json.text(intent, "status").equals("succeeded")) {
      throw StripeError.invalid(
          "payment_intent_unexpected_state", "This PaymentIntent has no successful charge.");
    }
    return objects.get(Charges.TYPE, Json.text(intent, "latest_charge"));
  }

  private ObjectNode describe(ObjectNode charge, long amount, StripeCall call) {
    ObjectNode refund =
        objects
            .create("re", TYPE)
            .put("amount", amount)
            .put("charge", Json.text(charge, "id"))
            .put("currency", Json.text(charge, "currency"))
            .put("payment_intent", Json.text(charge, "payment_intent"))
            .put("status", "succeeded");
    if (call.has("reason")) {
      refund.put("reason", call.text("reason"));
    }
    refund.set("metadata", call.metadata());
    return refund;
  }

  private static ObjectNode row(ObjectNode refund, StripeCall call) {
    ObjectNode row =
        Json.object()
            .put("id", Json.text(refund, "id"))
            .put("provider", "stripe")
            .put("charge", Json.text(refund, "charge"))
            .put("paymentIntent", Json.text(refund, "payment_intent"))
            .put("amount", refund.path("amount").asLong())
            .put("currency", Json.text(refund, "currency"))
            .put("idempotencyKey", call.idempotencyKey())
            .put("createdAt", String.valueOf(refund.path("created").asLong()));
    row.set("metadata", refund.path("metadata"));
    return row;
  }

  ObjectNode retrieve(StripeCall call) {
    return objects.get(TYPE, call.id());
  }

  ObjectNode list(StripeCall call) {
    return objects.list(
        TYPE,
        call,
        refund ->
            call.isOfPeriod(refund)
                && fits(refund, call, "payment_intent")
                && fits(refund, call, "charge"));
  }

  private static boolean fits(ObjectNode refund, StripeCall call, String name) {
    return !call.has(name) || Json.text(refund, name).equals(call.text(name));
  }
}
