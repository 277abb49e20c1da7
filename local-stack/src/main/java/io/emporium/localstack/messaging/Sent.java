package io.emporium.localstack.messaging;

import io.emporium.localstack.http.Answer;
import io.emporium.localstack.http.Json;
import io.javalin.http.Context;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What was sent over one channel; the oldest fall out so that a long run stays small.
final class Sent {

  private static final int KEPT = 20_000;

  private final Deque<ObjectNode> messages = new ArrayDeque<>();

  synchronized void add(ObjectNode message) {
    messages.addLast(message);
    if (messages.size() > KEPT) {
      messages.removeFirst();
    }
  }

  synchronized List<ObjectNode> all() {
    return List.copyOf(messages);
  }

  synchronized void clear() {
    messages.clear();
  }

  /// Oldest first; `?to=` narrows to one recipient.
  void list(Context context) {
    String to = context.queryParam("to");
    ArrayNode array = Json.array();
    all().stream()
        .filter(message -> to == null || Json.text(message, "to").equals(to))
        .forEach(array::add);
    Answer.ok(array).send(context);
  }
}
