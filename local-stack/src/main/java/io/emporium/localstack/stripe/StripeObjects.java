package io.emporium.localstack.stripe;

import io.emporium.localstack.http.Ids;
import io.emporium.localstack.http.Json;
import io.emporium.localstack.ledger.Store;
import io.emporium.localstack.webhook.Webhooks;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Stripe's objects by type, and the events their changes make.
final class StripeObjects {

  private static final Map<String, String> TYPE_BY_PREFIX =
      Map.of(
          "pi", "payment_intent",
          "ch", "charge",
          "re", "refund",
          "pm", "payment_method",
          "cus", "customer",
          "seti", "setup_intent");
  private static final int PAGE = 10;

  private final Store store;
  private final Webhooks webhooks;
  private final Clock clock;

  StripeObjects(Store store, Webhooks webhooks, Clock clock) {
    this.store = store;
    this.webhooks = webhooks;
    this.clock = clock;
  }

  Clock clock() {
    return clock;
  }

  ObjectNode create(String prefix, String type) {
    return Json.object()
        .put("id", Ids.next(prefix + "_"))
        .put("object", type)
        .put("created", clock.instant().getEpochSecond())
        .put("livemode", false);
  }

  @Nullable ObjectNode find(String type, String id) {
    return store.get("stripe." + type, id);
  }

  ObjectNode get(String type, String id) {
    ObjectNode found = find(type, id);
    if (found == null) {
      throw StripeError.noSuch(type, id);
    }
    return found;
  }

  ObjectNode save(ObjectNode object) {
    store.put("stripe." + Json.text(object, "object"), Json.text(object, "id"), object);
    return object;
  }

  void publish(String eventType, ObjectNode object, StripeCall call) {
    ObjectNode event =
        create("evt", "event")
            .put("api_version", StripeApi.API_VERSION)
            .put("pending_webhooks", 1)
            .put("type", eventType);
    event.putObject("data").set("object", object.deepCopy());
    ObjectNode request = event.putObject("request").put("id", Ids.next("req_"));
    if (call.idempotencyKey().isEmpty()) {
      request.putNull("idempotency_key");
    } else {
      request.put("idempotency_key", call.idempotencyKey());
    }
    webhooks.publish("stripe", eventType, save(event));
  }

  /// The newest first, a page of them.
  ObjectNode list(String type, StripeCall call, Predicate<ObjectNode> filter) {
    List<ObjectNode> found =
        store.all("stripe." + type).stream()
            .filter(filter)
            .sorted(
                Comparator.comparingLong((ObjectNode object) -> object.path("created").asLong())
                    .reversed()
                    .thenComparing(object -> Json.text(object, "id")))
            .toList();
    int from = 0;
    for (int i = 0; i < found.size(); i++) {
      if (Json.text(found.get(i), "id").equals(call.text("starting_after"))) {
        from = i + 1;
      }
    }
    int to = (int) Math.min(found.size(), from + call.amount("limit", PAGE));
    ObjectNode page = Json.object().put("object", "list").put("url", "/v1/" + type + "s");
    ArrayNode data = page.put("has_more", to < found.size()).putArray("data");
    found.subList(from, to).forEach(data::add);
    return page;
  }

  /// Replaces the ids named by `expand[]` with their objects.
  ObjectNode expanded(ObjectNode object, StripeCall call) {
    for (JsonNode path : call.params().path("expand")) {
      String name = path.asString();
      if (name.startsWith("data.")) {
        object.path("data").forEach(item -> expand((ObjectNode) item, name.substring(5)));
      } else {
        expand(object, name);
      }
    }
    return object;
  }

  private void expand(ObjectNode object, String name) {
    String id = Json.text(object, name);
    String type = TYPE_BY_PREFIX.get(id.substring(0, Math.max(0, id.indexOf('_'))));
    ObjectNode target = type == null ? null : find(type, id);
    if (target != null) {
      object.set(name, target);
    }
  }
}
