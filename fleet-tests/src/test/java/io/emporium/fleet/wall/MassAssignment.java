package io.emporium.fleet.wall;

import io.emporium.fleet.wall.Operation.Body;
import io.emporium.fleet.wall.Wire.Sent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// Sends what only the service itself may set, beside what it asks for.
public final class MassAssignment {

  /// @param pointer of the smuggled property
  public record Smuggled(Operation operation, String pointer, Sent sent) {}

  /// Names that services give to what they decide themselves, with a value that fits.
  static final Map<String, String> SERVER_OWNED =
      Map.ofEntries(
          Map.entry("id", "\"" + Unknown.ID + "\""),
          Map.entry("_id", "\"" + Unknown.ID + "\""),
          Map.entry("_class", "\"admin\""),
          Map.entry("version", "99"),
          Map.entry("sourceVersion", "99"),
          Map.entry("companyId", "\"" + Unknown.ID + "\""),
          Map.entry("tenantId", "\"" + Unknown.ID + "\""),
          Map.entry("ownerId", "\"" + Unknown.ID + "\""),
          Map.entry("userId", "\"" + Unknown.ID + "\""),
          Map.entry("customerId", "\"" + Unknown.ID + "\""),
          Map.entry("role", "\"super_admin\""),
          Map.entry("roles", "[\"super_admin\"]"),
          Map.entry("shopIds", "[\"" + Unknown.ID + "\"]"),
          Map.entry("status", "\"confirmed\""),
          Map.entry("state", "\"paid\""),
          Map.entry("price", "{\"amount\":1,\"currency\":\"USD\"}"),
          Map.entry("unitPrice", "{\"amount\":1,\"currency\":\"USD\"}"),
          Map.entry("subtotal", "{\"amount\":1,\"currency\":\"USD\"}"),
          Map.entry("total", "{\"amount\":1,\"currency\":\"USD\"}"),
          Map.entry("tax", "{\"amount\":0,\"currency\":\"USD\"}"),
          Map.entry("paid", "true"),
          Map.entry("refunded", "{\"amount\":0,\"currency\":\"USD\"}"),
          Map.entry("outstanding", "{\"amount\":0,\"currency\":\"USD\"}"),
          Map.entry("onHand", "1000000"),
          Map.entry("reserved", "0"),
          Map.entry("available", "1000000"),
          Map.entry("number", "\"INV-1\""),
          Map.entry("emailVerified", "true"),
          Map.entry("passwordHash", "\"x\""),
          Map.entry("createdAt", "\"2001-01-01T00:00:00Z\""),
          Map.entry("changedAt", "\"2001-01-01T00:00:00Z\""),
          Map.entry("createdBy", "\"" + Unknown.ID + "\""),
          Map.entry("outbox", "[]"),
          Map.entry("inbox", "[]"));

  private MassAssignment() {}

  /// One request for each object in the body and each name that the object does not ask for.
  public static List<Smuggled> of(
      Operation operation, Requests requests, Function<String, List<String>> known) {
    Body body = operation.body();
    if (body == null || body.schemas().properties(body.schema()).isEmpty()) {
      return List.of();
    }
    List<String> asked = Samples.pointers(body);
    List<Smuggled> smuggled = new ArrayList<>();
    for (String object : objects(asked)) {
      JsonNode sample =
          Samples.of(
              body,
              (_, kind) -> known.apply(kind).stream().findFirst().orElse(Unknown.of(kind)),
              List.of(object + "/"));
      SERVER_OWNED.forEach(
          (name, value) -> {
            String pointer = object + "/" + name;
            if (!asked.contains(pointer)) {
              Twists.at(sample, pointer, value)
                  .map(text -> plain(operation, requests, known).json(text))
                  .ifPresent(sent -> smuggled.add(new Smuggled(operation, pointer, sent)));
            }
          });
    }
    return smuggled;
  }

  private static Sent plain(
      Operation operation, Requests requests, Function<String, List<String>> known) {
    return requests.plain(
        number ->
            operation.kindsOf(number).stream()
                .flatMap(kind -> known.apply(kind).stream())
                .findFirst()
                .orElse(Unknown.ID),
        Map.of());
  }

  private static Set<String> objects(List<String> pointers) {
    Set<String> objects = new TreeSet<>();
    pointers.forEach(pointer -> objects.add(pointer.substring(0, pointer.lastIndexOf('/'))));
    return objects;
  }
}
