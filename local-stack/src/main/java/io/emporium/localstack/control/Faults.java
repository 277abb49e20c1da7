package io.emporium.localstack.control;

import io.emporium.localstack.http.Answer;
import io.emporium.localstack.http.Json;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRouting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Faults scripted for the next calls: `POST /control/faults {target, operation, recipient, fault,
/// count}`.
public final class Faults {

  private final List<Rule> rules = new ArrayList<>();
  private volatile Duration hang;
  private volatile Duration slow;

  public Faults(Duration hang, Duration slow) {
    this.hang = hang;
    this.slow = slow;
  }

  /// Takes one use from the first rule that fits; "" in a rule fits everything.
  public synchronized @Nullable Fault take(String target, String operation, String recipient) {
    for (Rule rule : rules) {
      if (rule.fits(target, operation, recipient)) {
        rules.remove(rule);
        if (rule.count > 1) {
          rules.addFirst(rule.usedOnce());
        }
        return rule.fault;
      }
    }
    return null;
  }

  public void hang() {
    sleep(hang);
  }

  public void linger() {
    sleep(slow);
  }

  private static void sleep(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public void routes(JavalinDefaultRouting routing) {
    routing.post("/control/faults", this::add);
    routing.get("/control/faults", this::list);
    routing.delete("/control/faults", this::clear);
    routing.post("/control/timing", this::setTiming);
  }

  private synchronized void add(Context context) {
    ObjectNode body = Json.parse(context.body());
    Fault fault = Fault.valueOf(Json.text(body, "fault").toUpperCase(Locale.ROOT));
    rules.add(
        new Rule(
            Json.text(body, "target"),
            Json.text(body, "operation"),
            Json.text(body, "recipient"),
            fault,
            Math.max(1, body.path("count").asInt(1))));
    list(context);
  }

  private synchronized void list(Context context) {
    ArrayNode array = Json.array();
    rules.forEach(rule -> array.add(rule.toJson()));
    Answer.ok(array).send(context);
  }

  private synchronized void clear(Context context) {
    rules.clear();
    context.status(204);
  }

  private void setTiming(Context context) {
    ObjectNode body = Json.parse(context.body());
    hang = Duration.ofMillis(body.path("hangMillis").asLong(hang.toMillis()));
    slow = Duration.ofMillis(body.path("slowMillis").asLong(slow.toMillis()));
    context.status(204);
  }

  private record Rule(String target, String operation, String recipient, Fault fault, int count) {

    boolean fits(String target, String operation, String recipient) {
      return fits(this.target, target)
          && fits(this.operation, operation)
          && fits(this.recipient, recipient);
    }

    private static boolean fits(String wanted, String actual) {
      return wanted.isEmpty() || wanted.equalsIgnoreCase(actual);
    }

    Rule usedOnce() {
      return new Rule(target, operation, recipient, fault, count - 1);
    }

    ObjectNode toJson() {
      return Json.object()
          .put("target", target)
          .put("operation", operation)
          .put("recipient", recipient)
          .put("fault", fault.name())
          .put("count", count);
    }
  }
}
