package io.emporium.localstack.paypal;

import io.emporium.localstack.http.Ids;
import io.emporium.localstack.http.Json;
import io.emporium.localstack.ledger.Store;
import io.emporium.localstack.webhook.Webhooks;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/// PayPal's objects by type, and the events their changes make.
final class PayPalObjects {

  private final Store store;
  private final Webhooks webhooks;
  private final Clock clock;

  PayPalObjects(Store store, Webhooks webhooks, Clock clock) {
    this.store = store;
    this.webhooks = webhooks;
    this.clock = clock;
  }

  String now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  ObjectNode create(String status) {
    return Json.object()
        .put("id", Ids.next("").substring(0, 17).toUpperCase(Locale.ROOT))
        .put("status", status)
        .put("create_time", now())
        .put("update_time", now());
  }

  ObjectNode get(String type, String id) {
    ObjectNode found = store.get("paypal." + type, id);
    if (found == null) {
      throw PayPalError.notFound();
    }
    return found;
  }

  List<ObjectNode> all(String type) {
    return store.all("paypal." + type);
  }

  ObjectNode save(String type, ObjectNode object) {
    store.put("paypal." + type, Json.text(object, "id"), object);
    return object;
  }

  void publish(String eventType, String resourceType, ObjectNode resource) {
    ObjectNode event =
        Json.object()
            .put("id", Ids.next("WH-"))
            .put("event_version", "1.0")
            .put("create_time", now())
            .put("resource_type", resourceType)
            .put("event_type", eventType)
            .put("summary", eventType);
    event.set("resource", resource.deepCopy());
    webhooks.publish("paypal", eventType, event);
  }
}
