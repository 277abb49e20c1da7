package io.emporium.localstack.messaging;

import io.emporium.localstack.control.Fault;
import io.emporium.localstack.control.Faults;
import io.emporium.localstack.http.Answer;
import io.emporium.localstack.http.Form;
import io.emporium.localstack.http.Ids;
import io.emporium.localstack.http.Json;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRouting;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Twilio's message sending under `/twilio`; `GET /sms` reads what arrived.
public final class TwilioApi {

  private static final DateTimeFormatter RFC_2822 =
      DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);
  private static final String PATH = "/twilio/2010-04-01/Accounts/{account}/Messages";

  private final Sent sent = new Sent();
  private final Faults faults;
  private final Clock clock;

  public TwilioApi(Faults faults, Clock clock) {
    this.faults = faults;
    this.clock = clock;
  }

  public void routes(JavalinDefaultRouting routing) {
    routing.post(PATH + ".json", this::send);
    routing.get(PATH + "/{sid}.json", this::fetch);
    routing.get("/sms", sent::list);
    routing.delete(
        "/sms",
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
    if (authorization == null || !authorization.startsWith("Basic ")) {
      error(401, 20003, "Authenticate").send(context);
      return;
    }
    ObjectNode form = Form.parse(context.body());
    String to = Json.text(form, "To");
    Fault fault = faults.take("twilio", "send", to);
    Answer refusal = refusal(fault, to);
    if (refusal != null) {
      refusal.send(context);
      return;
    }
    ObjectNode message = message(context.pathParam("account"), form);
    sent.add(message);
    if (fault == Fault.TIMEOUT_AFTER) {
      faults.hang();
    }
    Answer.of(201, message).send(context);
  }

  private @Nullable Answer refusal(@Nullable Fault fault, String to) {
    return switch (fault) {
      case ERROR_500 -> error(500, 20500, "Internal Server Error");
      case RATE_LIMITED -> error(429, 20429, "Too Many Requests");
      case BAD_REQUEST, DECLINED -> invalidNumber(to);
      case TIMEOUT_BEFORE -> {
        faults.hang();
        yield error(500, 20500, "Internal Server Error");
      }
      case SLOW -> {
        faults.linger();
        yield null;
      }
      case TIMEOUT_AFTER -> null;
      case null -> to.matches("\\+\\d{5,15}") ? null : invalidNumber(to);
    };
  }

  private static Answer invalidNumber(String to) {
    return error(400, 21211, "Invalid 'To' Phone Number: " + to);
  }

  private static Answer error(int status, int code, String message) {
    return Answer.of(
        status,
        Json.object()
            .put("code", code)
            .put("message", message)
            .put("more_info", "https://www.twilio.com/docs/errors/" + code)
            .put("status", status));
  }

  private ObjectNode message(String account, ObjectNode form) {
    String sid = Ids.next("SM") + Ids.next("").substring(0, 8);
    String now = RFC_2822.format(clock.instant());
    return Json.object()
        .put("sid", sid)
        .put("account_sid", account)
        .put("api_version", "2010-04-01")
        .put("body", Json.text(form, "Body"))
        .put("to", Json.text(form, "To"))
        .put("from", Json.text(form, "From"))
        .put("status", "queued")
        .put("direction", "outbound-api")
        .put("num_segments", "1")
        .put("num_media", "0")
        .put("date_created", now)
        .put("date_updated", now)
        .put("uri", "/2010-04-01/Accounts/" + account + "/Messages/" + sid + ".json");
  }

  private void fetch(Context context) {
    String sid = context.pathParam("sid");
    sent.all().stream()
        .filter(message -> Json.text(message, "sid").equals(sid))
        .findFirst()
        .map(Answer::ok)
        .orElseGet(() -> error(404, 20404, "The requested resource was not found"))
        .send(context);
  }
}
