package io.emporium.localstack.paypal;

import io.emporium.localstack.http.Json;
import io.emporium.localstack.ledger.Ledger;
import tools.jackson.databind.node.ObjectNode;

/// Authorizations, captures and refunds.
final class PayPalPayments {

  private static final String AUTHORIZATION = "authorization";
  private static final String CAPTURE = "capture";
  private static final String REFUND = "refund";

  private final PayPalObjects objects;
  private final Ledger ledger;

  PayPalPayments(PayPalObjects objects, Ledger ledger) {
    this.objects = objects;
    this.ledger = ledger;
  }

  ObjectNode authorize(ObjectNode unit, String orderId, PayPalCall call) {
    Money money = Money.read(unit.path("amount"));
    ObjectNode authorization = describe(unit, orderId, money, "CREATED");
    objects.save(AUTHORIZATION, authorization);
    record(authorization, "AUTHORIZED", 0, call);
    objects.publish("PAYMENT.AUTHORIZATION.CREATED", AUTHORIZATION, authorization);
    return authorization;
  }

  ObjectNode capture(ObjectNode unit, String orderId, PayPalCall call) {
    Money money = Money.read(unit.path("amount"));
    ObjectNode capture = describe(unit, orderId, money, "COMPLETED").put("final_capture", true);
    objects.save(CAPTURE, capture);
    record(capture, "CAPTURED", money.minor(), call);
    objects.publish("PAYMENT.CAPTURE.COMPLETED", CAPTURE, capture);
    return capture;
  }

  ObjectNode captureAuthorization(PayPalCall call) {
    ObjectNode authorization = objects.get(AUTHORIZATION, call.id());
    String status = Json.text(authorization, "status");
    if (!status.equals("CREATED") && !status.equals("PARTIALLY_CAPTURED")) {
      throw PayPalError.unprocessable("AUTHORIZATION_ALREADY_" + status);
    }
    Money authorized = Money.read(authorization.path("amount"));
    long captured = authorization.path("local_captured").asLong();
    long left = authorized.minor() - captured;
    long amount = askedAmount(call, left);
    if (amount <= 0 || amount > left) {
      throw PayPalError.unprocessable("MAX_CAPTURE_AMOUNT_EXCEEDED");
    }
    ObjectNode unit = authorization.deepCopy();
    unit.set("amount", authorized.of(amount).write());
    copy(call.body(), unit, "invoice_id");
    ObjectNode capture =
        describe(unit, Json.text(unit, "local_order"), authorized.of(amount), "COMPLETED");
    boolean last =
        captured + amount == authorized.minor()
            || call.body().path("final_capture").asBoolean(false);
    capture.put("final_capture", last);
    capture.put("local_authorization", call.id());
    objects.save(CAPTURE, capture);
    authorization
        .put("local_captured", captured + amount)
        .put("status", last ? "CAPTURED" : "PARTIALLY_CAPTURED");
    objects.save(AUTHORIZATION, authorization);
    record(authorization, "CAPTURED", captured + amount, call);
    objects.publish("PAYMENT.CAPTURE.COMPLETED", CAPTURE, capture);
    return capture;
  }

  ObjectNode voidAuthorization(PayPalCall call) {
    ObjectNode authorization = objects.get(AUTHORIZATION, call.id());
    switch (Json.text(authorization, "status")) {
      case "CREATED" -> {}
      case "VOIDED" -> throw PayPalError.unprocessable("PREVIOUSLY_VOIDED");
      default -> throw PayPalError.unprocessable("PREVIOUSLY_CAPTURED");
    }
    objects.save(AUTHORIZATION, authorization.put("status", "VOIDED"));
    record(authorization, "VOIDED", 0, call);
    objects.publish("PAYMENT.AUTHORIZATION.VOIDED", AUTHORIZATION, authorization);
    return authorization;
  }

  ObjectNode refund(PayPalCall call) {
    ObjectNode capture = objects.get(CAPTURE, call.id());
    Money captured = Money.read(capture.path("amount"));
    long refunded = capture.path("local_refunded").asLong();
    long left = captured.minor() - refunded;
    long amount = askedAmount(call, left);
    if (left == 0) {
      throw PayPalError.unprocessable("CAPTURE_FULLY_REFUNDED");
    }
    if (amount <= 0 || amount > left) {
      throw PayPalError.unprocessable("REFUND_AMOUNT_EXCEEDED");
    }
    capture
        .put("local_refunded", refunded + amount)
        .put("status", amount == left ? "REFUNDED" : "PARTIALLY_REFUNDED");
    objects.save(CAPTURE, capture);
    ObjectNode refund = objects.create("COMPLETED").put("local_capture", call.id());
    refund.set("amount", captured.of(amount).write());
    copy(call.body(), refund, "invoice_id", "note_to_payer", "custom_id");
    objects.save(REFUND, refund);
    recordRefund(refund, capture, captured.of(amount), call);
    objects.publish("PAYMENT.CAPTURE.REFUNDED", REFUND, refund);
    return refund;
  }

  private static long askedAmount(PayPalCall call, long otherwise) {
    return call.body().has("amount") ? Money.read(call.body().path("amount")).minor() : otherwise;
  }

  ObjectNode getAuthorization(PayPalCall call) {
    return objects.get(AUTHORIZATION, call.id());
  }

  ObjectNode getCapture(PayPalCall call) {
    return objects.get(CAPTURE, call.id());
  }

  ObjectNode getRefund(PayPalCall call) {
    return objects.get(REFUND, call.id());
  }

  private ObjectNode describe(ObjectNode unit, String orderId, Money money, String status) {
    ObjectNode object = objects.create(status).put("local_order", orderId);
    object.set("amount", money.write());
    copy(unit, object, "invoice_id", "custom_id", "reference_id");
    object.putObject("supplementary_data").putObject("related_ids").put("order_id", orderId);
    return object;
  }

  private static void copy(ObjectNode from, ObjectNode to, String... names) {
    for (String name : names) {
      if (from.hasNonNull(name)) {
        to.set(name, from.path(name));
      }
    }
  }

  private void record(ObjectNode object, String state, long captured, PayPalCall call) {
    Money money = Money.read(object.path("amount"));
    ObjectNode row =
        Json.object()
            .put("id", Json.text(object, "id"))
            .put("provider", "paypal")
            .put("paymentIntent", Json.text(object, "local_order"))
            .put("state", state)
            .put("amount", money.minor())
            .put("amountCaptured", captured)
            .put("currency", money.currency())
            .put("idempotencyKey", call.requestId())
            .put("createdAt", Json.text(object, "create_time"));
    row.set("metadata", metadata(object));
    ledger.charge(row);
  }

  private void recordRefund(ObjectNode refund, ObjectNode capture, Money money, PayPalCall call) {
    ObjectNode row =
        Json.object()
            .put("id", Json.text(refund, "id"))
            .put("provider", "paypal")
            .put("charge", Json.text(capture, "id"))
            .put("paymentIntent", Json.text(capture, "local_order"))
            .put("amount", money.minor())
            .put("currency", money.currency())
            .put("idempotencyKey", call.requestId())
            .put("createdAt", Json.text(refund, "create_time"));
    row.set("metadata", metadata(capture));
    ledger.refund(row);
  }

  /// PayPal has no metadata: orders carry our ids in `reference_id`, `custom_id` and `invoice_id`.
  private static ObjectNode metadata(ObjectNode object) {
    return Json.object()
        .put("orderId", Json.text(object, "reference_id"))
        .put("paymentId", Json.text(object, "custom_id"))
        .put("invoiceId", Json.text(object, "invoice_id"));
  }
}
