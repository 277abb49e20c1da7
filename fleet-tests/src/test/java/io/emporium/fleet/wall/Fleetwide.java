package io.emporium.fleet.wall;

import io.emporium.fleet.wall.PolicyFile.Rule;
import io.emporium.fleet.wall.Wire.Sent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// Every operation of every service, with the row of the policy that stands for it.
public final class Fleetwide {

  /// Served without a controller, so no OpenAPI document tells of it: the WebSocket handshake.
  static final Set<String> UNDOCUMENTED = Set.of("GET /ws");

  private final Map<String, Operation> operations = new LinkedHashMap<>();
  private final Map<String, Rule> rules = new LinkedHashMap<>();
  private final Function<String, URI> bases;

  private Fleetwide(Function<String, URI> bases) {
    this.bases = bases;
  }

  /// @param root of the source tree
  /// @param bases from a service's name to its own port
  public static Fleetwide read(
      Path root, List<String> services, Function<String, URI> bases, Wire wire) {
    Fleetwide all = new Fleetwide(bases);
    for (String service : services) {
      Reply document = wire.send(Sent.of("GET", bases.apply(service).resolve("/v3/api-docs")));
      if (document.status() != 200) {
        throw new IllegalStateException(service + " shows no OpenAPI: " + document.brief());
      }
      ApiDocument.operations(service, document.json())
          .forEach(operation -> all.operations.put(operation.name(), operation));
      all.rules.putAll(policy(root, service).rules());
    }
    return all;
  }

  private static PolicyFile policy(Path root, String service) {
    try {
      return PolicyFile.of(root, service);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Documented, but the policy does not know them.
  public Set<String> withoutRule() {
    Set<String> names = new TreeSet<>(operations.keySet());
    names.removeAll(rules.keySet());
    return names;
  }

  /// In the policy, but not documented: no generated test reaches them.
  public Set<String> undocumented() {
    Set<String> names = new TreeSet<>(rules.keySet());
    names.removeAll(operations.keySet());
    names.removeAll(UNDOCUMENTED);
    return names;
  }

  public List<Operation> operations() {
    List<Operation> known = new ArrayList<>(operations.values());
    known.removeIf(operation -> !rules.containsKey(operation.name()));
    return known;
  }

  public Rule rule(Operation operation) {
    Rule rule = rules.get(operation.name());
    if (rule == null) {
      throw new IllegalArgumentException(operation.name() + " has no rule");
    }
    return rule;
  }

  public Requests requests(Operation operation) {
    return new Requests(operation, bases.apply(operation.service()));
  }
}
