package io.emporium.localstack.paypal;

import io.emporium.localstack.http.Json;
import java.util.Locale;
import java.util.function.Supplier;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Orders: created, approved by the payer, then captured or authorized.
final class PayPalOrders {

  static final String TYPE = "order";

  private final PayPalObjects objects;
  private final PayPalPayments payments;
  private final Supplier<String> publicBase;

  PayPalOrders(PayPalObjects objects, PayPalPayments payments, Supplier<String> publicBase) {
    this.objects = objects;
    this.payments = payments;
    this.publicBase = publicBase;
  }

  ObjectNode create(PayPalCall call) {
    ObjectNode order = objects.create("CREATED");
    String intent = Json.text(call.body(), "intent").toUpperCase(Locale.ROOT);
    if (!intent.equals("CAPTURE") && !intent.equals("AUTHORIZE")) {
      throw PayPalError.invalid("INVALID_PARAMETER_VALUE");
    }
    order.put("intent", intent);
    ArrayNode units = order.putArray("purchase_units");
    call.body()
        .path("purchase_units")
        .forEach(
            unit -> {
              var unused = Money.read(unit.path("amount"));
              units.add(unit.deepCopy());
            });
    if (units.size() != 1) {
      throw PayPalError.invalid("MISSING_REQUIRED_PARAMETER");
    }
    if (call.body().has("application_context")) {
      order.set("application_context", call.body().path("application_context"));
    }
    String id = Json.text(order, "id");
    ArrayNode links = order.putArray("links");
    link(links, "self", "GET", publicBase.get() + "/paypal/v2/checkout/orders/" + id);
    link(links, "approve", "GET", publicBase.get() + "/paypal/checkoutnow?token=" + id);
    return objects.save(TYPE, order);
  }

  private static void link(ArrayNode links, String relation, String method, String address) {
    links.addObject().put("rel", relation).put("method", method).put("href", address);
  }

  ObjectNode get(PayPalCall call) {
    return objects.get(TYPE, call.id());
  }

  ObjectNode approve(String id) {
    ObjectNode order = objects.get(TYPE, id);
    if (Json.text(order, "status").equals("CREATED")) {
      order.put("status", "APPROVED").put("update_time", objects.now());
      ObjectNode payer = order.putObject("payer");
      payer.put("payer_id", "LOCALPAYER").put("email_address", "payer@example.com");
      objects.save(TYPE, order);
      objects.publish("CHECKOUT.ORDER.APPROVED", "checkout-order", order);
    }
    return order;
  }

  ObjectNode capture(PayPalCall call) {
    ObjectNode order = approved(call, "CAPTURE");
    ObjectNode unit = (ObjectNode) order.path("purchase_units").get(0);
    ObjectNode capture = payments.capture(unit, call.id(), call);
    unit.withObject("payments").putArray("captures").add(capture);
    return complete(order);
  }

  ObjectNode authorize(PayPalCall call) {
    ObjectNode order = approved(call, "AUTHORIZE");
    ObjectNode unit = (ObjectNode) order.path("purchase_units").get(0);
    ObjectNode authorization = payments.authorize(unit, call.id(), call);
    unit.withObject("payments").putArray("authorizations").add(authorization);
    return complete(order);
  }

  private ObjectNode approved(PayPalCall call, String intent) {
    ObjectNode order = objects.get(TYPE, call.id());
    switch (Json.text(order, "status")) {
      case "APPROVED" -> {}
      case "COMPLETED" ->
          throw PayPalError.unprocessable(
              intent.equals("CAPTURE") ? "ORDER_ALREADY_CAPTURED" : "ORDER_ALREADY_AUTHORIZED");
      default -> throw PayPalError.unprocessable("ORDER_NOT_APPROVED");
    }
    if (!Json.text(order, "intent").equals(intent)) {
      throw PayPalError.unprocessable("ACTION_DOES_NOT_MATCH_INTENT");
    }
    return order;
  }

  private ObjectNode complete(ObjectNode order) {
    return objects.save(TYPE, order.put("status", "COMPLETED").put("update_time", objects.now()));
  }
}
