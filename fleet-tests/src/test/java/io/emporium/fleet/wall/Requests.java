package io.emporium.fleet.wall;

import io.emporium.fleet.wall.Operation.Field;
import io.emporium.fleet.wall.Wire.Sent;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.IntFunction;
import tools.jackson.databind.JsonNode;

/// Makes requests to one operation, on the service's own port: behind the gateway's back.
public final class Requests {

  /// Failed sign-ins and asked-for letters count by address: not by the one that other tests share.
  private static final String ELSEWHERE = "198.51.100.9";

  private final Operation operation;
  private final URI base;

  public Requests(Operation operation, URI base) {
    this.operation = operation;
    this.base = base;
  }

  /// @param variables by number
  /// @param query name to value
  public Sent plain(IntFunction<String> variables, Map<String, String> query) {
    StringBuilder path = new StringBuilder(operation.at(variables::apply));
    query.forEach(
        (name, value) ->
            path.append(path.indexOf("?") < 0 ? '?' : '&')
                .append(Wire.encoded(name))
                .append('=')
                .append(Wire.encoded(value)));
    Sent sent =
        Sent.of(operation.method(), base.resolve(path.toString()))
            .with("X-Forwarded-For", ELSEWHERE);
    // Some operations insist on a key; a fresh one never meets a stored answer.
    return operation.reads() ? sent : sent.with("Idempotency-Key", "wall-" + System.nanoTime());
  }

  /// With the body that the operation needs, if it takes one.
  ///
  /// @param ids from pointer and kind to a value
  /// @param wanted pointers of optional properties to be sent too
  public Sent full(
      IntFunction<String> variables,
      Map<String, String> query,
      BinaryOperator<String> ids,
      List<String> wanted) {
    Sent sent = plain(variables, query);
    Operation.Body body = operation.body();
    if (body == null) {
      return sent;
    }
    JsonNode sample = Samples.of(body, ids, wanted);
    return body.contentType().startsWith("application/json")
        ? sent.json(sample.toString())
        : sent.carrying(body.contentType(), sample.asString("sample").getBytes());
  }

  /// One that no id in it leads anywhere.
  public Sent unknown() {
    return full(_ -> Unknown.ID, Map.of(), (_, kind) -> Unknown.of(kind), List.of());
  }

  /// Query parameters that take an id, and of what.
  Map<String, String> idsInQuery() {
    Map<String, String> found = new LinkedHashMap<>();
    for (Field field : operation.query()) {
      // A cursor is the id of something in the list itself.
      if (field.name().equals("after")) {
        found.put(field.name(), operation.collection());
      } else {
        IdNames.ofQuery(field.name()).ifPresent(kind -> found.put(field.name(), kind));
      }
    }
    return found;
  }

  Map<String, String> idsInBody() {
    Operation.Body body = operation.body();
    return body == null ? Map.of() : Samples.idsIn(body);
  }

  /// A known id for every variable, if there is one for all.
  ///
  /// @param known ids of a kind, empty when none
  List<String> variables(Function<String, List<String>> known) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < operation.variables().size(); i++) {
      operation.kindsOf(i).stream()
          .flatMap(kind -> known.apply(kind).stream())
          .findFirst()
          .ifPresent(values::add);
    }
    return values.size() == operation.variables().size() ? values : List.of();
  }
}
