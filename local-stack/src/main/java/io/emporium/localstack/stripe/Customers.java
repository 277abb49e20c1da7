package io.emporium.localstack.stripe;

import io.emporium.localstack.http.Json;
import tools.jackson.databind.node.ObjectNode;

/// Customers: created, read, changed, listed.
final class Customers {

  private static final String TYPE = "customer";

  private final StripeObjects objects;

  Customers(StripeObjects objects) {
    this.objects = objects;
  }

  ObjectNode create(StripeCall call) {
    ObjectNode customer = objects.create("cus", TYPE).put("balance", 0);
    return save(customer, call, "customer.created");
  }

  ObjectNode update(StripeCall call) {
    return save(objects.get(TYPE, call.id()), call, "customer.updated");
  }

  ObjectNode retrieve(StripeCall call) {
    return objects.get(TYPE, call.id());
  }

  ObjectNode list(StripeCall call) {
    String email = call.text("email");
    return objects.list(
        TYPE, call, customer -> email.isEmpty() || Json.text(customer, "email").equals(email));
  }

  private ObjectNode save(ObjectNode customer, StripeCall call, String event) {
    for (String name : new String[] {"email", "name", "phone", "description"}) {
      if (call.has(name)) {
        customer.put(name, call.text(name));
      }
    }
    customer.withObject("metadata").setAll(call.metadata());
    objects.save(customer);
    objects.publish(event, customer, call);
    return customer;
  }
}
