package io.emporium.localstack.messaging;

import io.emporium.localstack.control.Fault;
import io.emporium.localstack.control.Faults;
import io.emporium.localstack.http.Answer;
import io.emporium.localstack.http.Ids;
import io.emporium.localstack.http.Json;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRouting;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Firebase's message sending under `/fcm`; `GET /push` reads what arrived.
public final class FcmApi {

  private final Sent sent = new Sent();
  private final Faults faults;
  private final Clock clock;

  public FcmApi(Faults faults, Clock clock) {
    this.faults = faults;
    this.clock = clock;
  }

  public void routes(JavalinDefaultRouting routing) {
    routing.post("/fcm/v1/projects/{project}/messages:send", this::send);
    routing.post("/fcm/token", FcmApi::token);
    routing.get("/push", sent::list);
    routing.delete(
        "/push",
        context -> {
          sent.clear();
          context.status(204);
        });
  }

  public List<ObjectNode> messages() {
    return sent.all();
  }

  private void send(Context context) {
    String authorization = context.header("Authorization");
    if (authorization == null || !authorization.startsWith("Bearer ")) {
      error(401, "UNAUTHENTICATED", "").send(context);
      return;
    }
    ObjectNode message = Json.parse(context.body()).path("message").asObject();
    String to = Json.text(message, "token") + Json.text(message, "topic");
    Fault fault = faults.take("fcm", "send", to);
    Answer refusal = refusal(fault);
    if (refusal != null) {
      refusal.send(context);
      return;
    }
    String name = "projects/" + context.pathParam("project") + "/messages/" + Ids.next("");
    ObjectNode push =
        Json.object()
            .put("name", name)
            .put("to", to)
            .put("title", Json.text(message, "notification", "title"))
            .put("body", Json.text(message, "notification", "body"))
            .put("receivedAt", clock.instant().toString());
    push.set("message", message);
    sent.add(push);
    if (fault == Fault.TIMEOUT_AFTER) {
      faults.hang();
    }
    Answer.ok(Json.object().put("name", name)).send(context);
  }

  private @Nullable Answer refusal(@Nullable Fault fault) {
    return switch (fault) {
      case ERROR_500 -> error(500, "INTERNAL", "INTERNAL");
      case RATE_LIMITED -> error(429, "RESOURCE_EXHAUSTED", "QUOTA_EXCEEDED");
      case BAD_REQUEST -> error(400, "INVALID_ARGUMENT", "INVALID_ARGUMENT");
      case DECLINED -> error(404, "NOT_FOUND", "UNREGISTERED");
      case TIMEOUT_BEFORE -> {
        faults.hang();
        yield error(503, "UNAVAILABLE", "UNAVAILABLE");
      }
      case SLOW -> {
        faults.linger();
        yield null;
      }
      case TIMEOUT_AFTER -> null;
      case null -> null;
    };
  }

  private static Answer error(int status, String name, String code) {
    ObjectNode body = Json.object();
    ObjectNode error =
        body.putObject("error").put("code", status).put("message", name).put("status", name);
    if (!code.isEmpty()) {
      error
          .putArray("details")
          .addObject()
          .put("@type", "type.googleapis.com/google.firebase.fcm.v1.FcmError")
          .put("errorCode", code);
    }
    return Answer.of(status, body);
  }

  /// Google's token endpoint; any signed assertion will do.
  private static void token(Context context) {
    Answer.ok(
            Json.object()
                .put("access_token", Ids.next("ya29.local."))
                .put("token_type", "Bearer")
                .put("expires_in", 3_600))
        .send(context);
  }
}
