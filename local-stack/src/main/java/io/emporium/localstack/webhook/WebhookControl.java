package io.emporium.localstack.webhook;

import io.emporium.localstack.http.Answer;
import io.emporium.localstack.http.Json;
import io.emporium.localstack.ledger.Store;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRouting;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `POST /control/webhooks` scripts mishaps; the other routes list, resend and forge.
public final class WebhookControl {

  private static final long DEFAULT_DELAY_MILLIS = 5_000;
  private static final String PATH = "/control/webhooks";

  private final Webhooks webhooks;
  private final Store store;

  public WebhookControl(Webhooks webhooks, Store store) {
    this.webhooks = webhooks;
    this.store = store;
  }

  public void routes(JavalinDefaultRouting routing) {
    routing.post(PATH, this::script);
    routing.get(PATH, this::list);
    routing.delete(
        PATH,
        context -> {
          webhooks.script().clear();
          context.status(204);
        });
    routing.post(PATH + "/forge", this::forge);
    routing.post(
        PATH + "/{id}/resend",
        context -> context.status(webhooks.resend(context.pathParam("id")) ? 202 : 404));
  }

  private void script(Context context) {
    ObjectNode body = Json.parse(context.body());
    webhooks
        .script()
        .add(
            new Mishap(
                Json.text(body, "provider"),
                Json.text(body, "type"),
                Mishap.Kind.valueOf(Json.text(body, "action").toUpperCase(Locale.ROOT)),
                Math.max(1, body.path("count").asInt(1)),
                body.path("delayMillis").asLong(DEFAULT_DELAY_MILLIS)));
    context.status(202);
  }

  private void list(Context context) {
    ObjectNode answer = Json.object();
    ArrayNode script = answer.putArray("script");
    webhooks.script().all().forEach(mishap -> script.add(mishap.toJson()));
    ArrayNode deliveries = answer.putArray("deliveries");
    Stream.concat(store.all(Webhooks.DONE).stream(), store.all(Webhooks.QUEUE).stream())
        .sorted(Comparator.comparing((ObjectNode item) -> Json.text(item, "id")))
        .forEach(deliveries::add);
    Answer.ok(answer).send(context);
  }

  /// Posts a body of the caller's at once, signed with the given flaw (or rightly with none), and
  /// answers with the receiver's status.
  private void forge(Context context) {
    ObjectNode body = Json.parse(context.body());
    String provider = Json.text(body, "provider");
    String event = Json.write(body.path("event"));
    Sender sender = webhooks.sender();
    int status =
        sender.post(
            webhooks.url(provider),
            event,
            sender.headers(provider, event, Json.text(body, "flaw")));
    Answer.ok(Json.object().put("receiverStatus", status)).send(context);
  }
}
