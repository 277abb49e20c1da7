package io.emporium.localstack.stripe;

import io.emporium.localstack.http.Json;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Cards and the customers they belong to. A test card becomes an object of its own when it is
/// used; the object remembers which card it is.
final class PaymentMethods {

  static final String CARD = "local_test_card";
  private static final String TYPE = "payment_method";

  private final StripeObjects objects;

  PaymentMethods(StripeObjects objects) {
    this.objects = objects;
  }

  ObjectNode retrieve(StripeCall call) {
    return TestCard.byId(call.id())
        .map(card -> describe(card).put("id", call.id()))
        .orElseGet(() -> objects.get(TYPE, call.id()));
  }

  ObjectNode list(StripeCall call) {
    String customer = call.text("customer");
    return objects.list(TYPE, call, method -> Json.text(method, "customer").equals(customer));
  }

  ObjectNode attach(StripeCall call) {
    return attach(resolve(call.id()), call.required("customer"), call);
  }

  ObjectNode attach(ObjectNode method, String customer, StripeCall call) {
    var unused = objects.get("customer", customer);
    objects.save(method.put("customer", customer));
    objects.publish("payment_method.attached", method, call);
    return method;
  }

  ObjectNode detach(StripeCall call) {
    ObjectNode method = objects.get(TYPE, call.id());
    objects.save(method.putNull("customer"));
    objects.publish("payment_method.detached", method, call);
    return method;
  }

  /// The stored method of an id, or a new one for a test card's name.
  ObjectNode resolve(String id) {
    Optional<TestCard> card = TestCard.byId(id);
    if (card.isPresent()) {
      return objects.save(describe(card.get()));
    }
    ObjectNode method = objects.find(TYPE, id);
    if (method == null) {
      throw StripeError.invalid("resource_missing", "No such PaymentMethod: '" + id + "'");
    }
    return method;
  }

  TestCard card(ObjectNode method) {
    return TestCard.valueOf(Json.text(method, CARD));
  }

  private ObjectNode describe(TestCard card) {
    ObjectNode method = objects.create("pm", TYPE).put("type", "card").putNull("customer");
    method
        .putObject("card")
        .put("brand", card.brand())
        .put("country", "US")
        .put("exp_month", 12)
        .put("exp_year", 2034)
        .put("fingerprint", "local" + card.last4())
        .put("funding", "credit")
        .put("last4", card.last4());
    method.putObject("billing_details");
    method.putObject("metadata");
    return method.put(CARD, card.name());
  }
}
