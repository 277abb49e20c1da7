package io.emporium.localstack.stripe;

import io.emporium.localstack.http.Json;
import io.emporium.localstack.ledger.Ledger;
import tools.jackson.databind.node.ObjectNode;

/// Money that moved, or was refused, for a payment intent.
final class Charges {

  static final String TYPE = "charge";

  private final StripeObjects objects;
  private final Ledger ledger;

  Charges(StripeObjects objects, Ledger ledger) {
    this.objects = objects;
    this.ledger = ledger;
  }

  ObjectNode retrieve(StripeCall call) {
    return objects.get(TYPE, call.id());
  }

  ObjectNode list(StripeCall call) {
    String intent = call.text("payment_intent");
    return objects.list(
        TYPE,
        call,
        charge ->
            call.isOfPeriod(charge)
                && (intent.isEmpty() || Json.text(charge, "payment_intent").equals(intent)));
  }

  ObjectNode succeeded(ObjectNode intent, boolean captured, StripeCall call) {
    ObjectNode charge = open(intent);
    long amount = intent.path("amount").asLong();
    charge
        .put("status", "succeeded")
        .put("paid", true)
        .put("captured", captured)
        .put("amount_captured", captured ? amount : 0)
        .put("local_idempotency_key", call.idempotencyKey());
    save(charge, captured ? "CAPTURED" : "AUTHORIZED");
    objects.publish("charge.succeeded", charge, call);
    return charge;
  }

  ObjectNode failed(ObjectNode intent, TestCard card, StripeCall call) {
    ObjectNode charge = open(intent);
    charge
        .put("status", "failed")
        .put("paid", false)
        .put("captured", false)
        .put("amount_captured", 0)
        .put("failure_code", card.code())
        .put("failure_message", card.message());
    objects.save(charge);
    objects.publish("charge.failed", charge, call);
    return charge;
  }

  void capture(ObjectNode charge, long amount, StripeCall call) {
    charge.put("captured", true).put("amount_captured", amount);
    save(charge, "CAPTURED");
    objects.publish("charge.captured", charge, call);
  }

  void release(ObjectNode charge, StripeCall call) {
    charge.put("refunded", true).put("amount_refunded", charge.path("amount").asLong());
    save(charge, "VOIDED");
    objects.publish("charge.refunded", charge, call);
  }

  void refund(ObjectNode charge, long amount, StripeCall call) {
    long refunded = charge.path("amount_refunded").asLong() + amount;
    charge
        .put("amount_refunded", refunded)
        .put("refunded", refunded >= charge.path("amount_captured").asLong());
    save(charge, "CAPTURED");
    objects.publish("charge.refunded", charge, call);
  }

  private ObjectNode open(ObjectNode intent) {
    ObjectNode charge =
        objects
            .create("ch", TYPE)
            .put("amount", intent.path("amount").asLong())
            .put("amount_refunded", 0)
            .put("currency", Json.text(intent, "currency"))
            .put("disputed", false)
            .put("refunded", false)
            .put("payment_intent", Json.text(intent, "id"))
            .put("payment_method", Json.text(intent, "payment_method"));
    charge.set("customer", intent.path("customer"));
    charge.set("metadata", intent.path("metadata").deepCopy());
    return charge;
  }

  private void save(ObjectNode charge, String state) {
    objects.save(charge);
    ObjectNode row =
        Json.object()
            .put("id", Json.text(charge, "id"))
            .put("provider", "stripe")
            .put("paymentIntent", Json.text(charge, "payment_intent"))
            .put("state", state)
            .put("amount", charge.path("amount").asLong())
            .put("amountCaptured", charge.path("amount_captured").asLong())
            .put("amountRefunded", charge.path("amount_refunded").asLong())
            .put("currency", Json.text(charge, "currency"))
            .put("idempotencyKey", Json.text(charge, "local_idempotency_key"))
            .put("createdAt", String.valueOf(charge.path("created").asLong()));
    row.set("metadata", charge.path("metadata"));
    ledger.charge(row);
  }
}
