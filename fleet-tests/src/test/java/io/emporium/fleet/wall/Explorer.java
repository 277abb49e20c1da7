package io.emporium.fleet.wall;

import io.emporium.fleet.wall.PolicyFile.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Learns more ids of a company: lists everything that its people may list, and creates one of each
/// thing that can be read by id and that the company has none of.
public final class Explorer {

  private static final int ENOUGH = 5;
  private static final Set<String> CREATING = Set.of("POST", "PUT");
  private static final List<String> IDS = List.of("id", "orderId", "paymentId", "sessionId");

  private final Fleetwide fleet;
  private final Wire wire;
  private final Company company;

  public Explorer(Fleetwide fleet, Wire wire, Company company) {
    this.fleet = fleet;
    this.wire = wire;
    this.company = company;
  }

  public void explore() {
    listAll();
    fleet.operations().stream()
        .filter(operation -> CREATING.contains(operation.method()) && leadsToUnknown(operation))
        .forEach(this::create);
    listAll();
  }

  private void listAll() {
    for (Operation operation : fleet.operations()) {
      if (operation.reads() && !fleet.rule(operation).scope().equals("public")) {
        readers(fleet.rule(operation)).forEach(reader -> list(operation, reader));
      }
    }
  }

  // What is somebody's own shall be the customer's: to everybody else it is a stranger's.
  private static Stream<String> readers(Rule rule) {
    Stream<String> all =
        rule.scope().equals("own") ? Stream.of("customer") : Stream.of("admin", "customer");
    return all.filter(name -> rule.allows(World.roleOf(name)));
  }

  private void list(Operation operation, String reader) {
    List<String> variables = fleet.requests(operation).variables(company::ids);
    if (variables.size() != operation.variables().size()) {
      return;
    }
    Reply reply =
        wire.send(
            fleet.requests(operation).plain(variables::get, Map.of()).as(company.token(reader)));
    if (!reply.succeeded()) {
      return;
    }
    JsonNode body = reply.json();
    int learnt = 0;
    for (JsonNode item : body.isArray() ? body : body.path("items")) {
      Optional<String> id = idOf(item);
      if (id.isPresent() && learnt++ < ENOUGH) {
        company.know(operation.collection(), id.get());
      }
    }
  }

  private boolean leadsToUnknown(Operation creating) {
    String inner = creating.path() + "/{";
    return fleet.operations().stream()
        .anyMatch(
            operation ->
                operation.path().startsWith(inner)
                    && operation.kindsOf(creating.variables().size()).stream()
                        .allMatch(kind -> company.ids(kind).isEmpty()));
  }

  private void create(Operation operation) {
    Requests requests = fleet.requests(operation);
    List<String> variables = requests.variables(company::ids);
    if (variables.size() != operation.variables().size()) {
      return;
    }
    Rule rule = fleet.rule(operation);
    for (String maker : List.of("customer", "manager", "admin")) {
      if (rule.allows(World.roleOf(maker)) && !rule.scope().equals("public")) {
        Reply reply =
            wire.send(
                requests
                    .full(
                        variables::get,
                        Map.of(),
                        this::real,
                        List.copyOf(requests.idsInBody().keySet()))
                    .as(company.token(maker)));
        Optional<String> id = idOf(reply.json());
        if (reply.succeeded() && id.isPresent()) {
          company.know(operation.collection(), id.get());
          return;
        }
      }
    }
  }

  // Of two shops or warehouses the second is where something goes; of two products the second is
  // the one on sale.
  private String real(String pointer, String kind) {
    List<String> known = company.ids(kind);
    if (known.isEmpty()) {
      return Unknown.of(kind);
    }
    boolean last =
        kind.equals("products")
            || kind.equals("skus")
            || pointer.matches(".*/(to|target|destination)[A-Z].*");
    return last ? known.getLast() : known.getFirst();
  }

  private static Optional<String> idOf(JsonNode item) {
    return IDS.stream()
        .map(name -> item.path(name).asString(""))
        .filter(id -> !id.isEmpty())
        .findFirst();
  }
}
