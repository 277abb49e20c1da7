package io.emporium.fleet.wall;

import io.emporium.fleet.wall.Operation.Body;
import io.emporium.fleet.wall.Operation.Field;
import io.emporium.fleet.wall.Wire.Sent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Makes bad requests to one operation from its description.
public final class BadInput {

  /// @param refused whether nothing but a 4xx will do; otherwise the value might happen to be good
  public record Attack(Operation operation, String name, Sent sent, boolean refused) {}

  private static final Map<String, String> HEADERS =
      Map.of(
          "If-Match", "W/\"x\"",
          "Idempotency-Key", "k".repeat(300),
          "Accept", "application/xml",
          "Accept-Language", "x".repeat(2_000),
          "X-Correlation-Id", "a b;c=\"d\"",
          "X-Cart-Id", "../$ne",
          "Range", "bytes=9-1",
          "X-HTTP-Method-Override", "DELETE");

  private final Operation operation;
  private final Requests requests;
  private final Function<String, List<String>> known;
  private final List<Attack> attacks = new ArrayList<>();

  /// @param known real ids of a kind, so that it is the twist that is refused and nothing before it
  private BadInput(Operation operation, Requests requests, Function<String, List<String>> known) {
    this.operation = operation;
    this.requests = requests;
    this.known = known;
  }

  /// Every kind of bad request, each once.
  public static List<Attack> all(
      Operation operation, Requests requests, Function<String, List<String>> known) {
    BadInput input = new BadInput(operation, requests, known);
    Body body = operation.body();
    if (body != null) {
      input.wholeBodies();
      input.contentTypes();
      if (body.contentType().startsWith("application/json") && !isRaw(body)) {
        input.properties(body);
      }
    }
    input.query();
    input.path();
    input.verbs();
    input.headers();
    return input.attacks;
  }

  /// Several properties twisted at once.
  ///
  /// @return null where there is no body to twist
  public static @Nullable Attack random(
      Operation operation, Requests requests, Function<String, List<String>> known, Random random) {
    Body body = operation.body();
    List<String> places = body == null || isRaw(body) ? List.of() : Samples.pointers(body);
    if (body == null || places.isEmpty()) {
      return null;
    }
    BadInput input = new BadInput(operation, requests, known);
    String text = input.sample(body, places).toString();
    StringBuilder name = new StringBuilder("random");
    for (int n = 1 + random.nextInt(3); n > 0; n--) {
      String place = places.get(random.nextInt(places.size()));
      String value = Twists.VALUES.get(random.nextInt(Twists.VALUES.size()));
      JsonNode current = new Reply(200, "", text).json();
      if (current.isObject()) {
        text = Twists.at(current, place, value).orElse(text);
        name.append(' ').append(place);
      }
    }
    return new Attack(operation, name.toString(), input.plain().json(text), false);
  }

  // A webhook takes bytes, whatever they are, and looks at their signature first.
  private static boolean isRaw(Body body) {
    return body.schemas().properties(body.schema()).isEmpty();
  }

  private void wholeBodies() {
    Twists.BROKEN.forEach(
        (name, bytes) ->
            add(
                "body: " + name,
                plain().carrying("application/json", bytes),
                !bodyIsOptional(bytes)));
    Twists.STRANGE.forEach(text -> add("body: " + text, plain().json(text), false));
    add("body: over the limit", plain().json("{\"a\":\"" + "x".repeat(1_100_000) + "\"}"), true);
  }

  // No body at all is fine where none is required.
  private static boolean bodyIsOptional(byte[] bytes) {
    return bytes.length == 0;
  }

  private void contentTypes() {
    for (String type : List.of("application/xml", "text/plain", "multipart/form-data", "x", "")) {
      Sent sent =
          plain().carrying(type.isEmpty() ? "application/json;charset=utf-7" : type, utf8("{"));
      add("content type: " + type, sent, true);
    }
  }

  private void properties(Body body) {
    for (String pointer : Samples.pointers(body)) {
      JsonNode sample = sample(body, List.of(pointer));
      for (String value : Twists.VALUES) {
        Twists.at(sample, pointer, value)
            .ifPresent(text -> add(pointer + " = " + brief(value), plain().json(text), false));
      }
    }
    JsonNode sample = sample(body, List.of());
    Twists.at(sample, "/surplus", "1")
        .ifPresent(text -> add("an unknown property", plain().json(text), true));
    Twists.doubled(sample).ifPresent(text -> add("a property twice", plain().json(text), false));
  }

  private void query() {
    for (Field field : operation.query()) {
      for (String text : Twists.texts()) {
        Sent sent = requests.plain(this::variable, Map.of(field.name(), text));
        add("?" + field.name() + " = " + brief(text), sent, false);
      }
      Sent operator = requests.plain(this::variable, Map.of(field.name() + "[$ne]", "1"));
      add("?" + field.name() + "[$ne]", operator, false);
    }
    if (operation.reads()) {
      for (String bad :
          List.of("page=-1", "page=x", "size=0", "size=1000", "size=1e9", "sort=password,up")) {
        String[] parts = bad.split("=", 2);
        add("?" + bad, requests.plain(this::variable, Map.of(parts[0], parts[1])), false);
      }
    }
  }

  private void path() {
    if (!operation.variables().isEmpty()) {
      Twists.texts()
          .forEach(
              text -> add("path = " + brief(text), requests.plain(_ -> text, Map.of()), false));
    }
  }

  private void verbs() {
    Sent sent = plain();
    for (String verb : Set.of("PUT", "DELETE", "PATCH", "POST", "BREW")) {
      if (!verb.equals(operation.method()) && operation.variables().isEmpty()) {
        add("verb " + verb, new Sent(verb, sent.uri(), sent.headers(), null), false);
      }
    }
  }

  // Not where a bare request does something already: it would be a good one with an odd header.
  private void headers() {
    if (operation.reads() || operation.body() != null) {
      HEADERS.forEach(
          (name, value) ->
              add("header " + name + ": " + brief(value), plain().with(name, value), false));
    }
  }

  private void add(String name, Sent sent, boolean refused) {
    attacks.add(new Attack(operation, name, sent, refused));
  }

  private Sent plain() {
    return requests.plain(this::variable, Map.of());
  }

  private String variable(int number) {
    return operation.kindsOf(number).stream()
        .flatMap(kind -> known.apply(kind).stream())
        .findFirst()
        .orElse(Unknown.ID);
  }

  private JsonNode sample(Body body, List<String> wanted) {
    return Samples.of(
        body, (_, kind) -> known.apply(kind).stream().findFirst().orElse(Unknown.of(kind)), wanted);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String brief(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
