package io.emporium.fleet.wall;

import io.emporium.fleet.wall.Wire.Sent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;

/// The places in one operation's requests where an id can stand: path, query, body.
final class IdPositions {

  /// Two requests that differ in one id only.
  ///
  /// @param where `path`, `?shop`, `/items/0/productId`
  /// @param foreign with a real id of our company
  /// @param unknown with an id of nothing
  /// @param ids that were sent
  record Attempt(String where, String kind, Sent foreign, Sent unknown, List<String> ids) {

    boolean inPath() {
      return where.startsWith("path");
    }
  }

  private final Operation operation;
  private final Requests requests;
  private final World world;

  IdPositions(Operation operation, Requests requests, World world) {
    this.operation = operation;
    this.requests = requests;
    this.world = world;
  }

  List<Attempt> attempts(Actor actor) {
    List<Attempt> attempts = new ArrayList<>();
    Company home = world.companyOf(actor);
    inPath(home, attempts);
    requests.idsInQuery().forEach((name, kind) -> inQuery(home, name, kind, attempts));
    requests.idsInBody().forEach((at, kind) -> inBody(home, at, kind, attempts));
    return attempts;
  }

  /// Places for which our company has nothing.
  List<String> withoutRealId() {
    List<String> missing = new ArrayList<>();
    if (requests.variables(ours()).size() != operation.variables().size()) {
      missing.add(operation.name() + " path");
    }
    requests.idsInQuery().forEach((name, kind) -> missIfEmpty("?" + name, kind, missing));
    requests.idsInBody().forEach((at, kind) -> missIfEmpty(at, kind, missing));
    return missing;
  }

  private void missIfEmpty(String where, String kind, List<String> missing) {
    if (world.ours().ids(kind).isEmpty()) {
      missing.add(operation.name() + " " + where);
    }
  }

  private void inPath(Company home, List<Attempt> attempts) {
    List<String> real = requests.variables(ours());
    if (real.isEmpty()) {
      return;
    }
    int last = real.size() - 1;
    attempts.add(
        attempt(
            "path", real.getLast(), operation.kindsOf(last).getLast(), real::get, _ -> Unknown.ID));
    List<String> own = requests.variables(home::ids);
    if (last > 0 && home != world.ours() && !own.isEmpty()) {
      attempts.add(
          attempt(
              "path, inner id",
              real.getLast(),
              operation.kindsOf(last).getLast(),
              n -> n == last ? real.get(n) : own.get(n),
              n -> n == last ? Unknown.ID : own.get(n)));
    }
  }

  private Attempt attempt(
      String where,
      String id,
      String kind,
      IntFunction<String> foreign,
      IntFunction<String> unknown) {
    List<String> ids = new ArrayList<>(List.of(id, Unknown.ID, Unknown.SKU));
    for (int n = 0; n < operation.variables().size(); n++) {
      ids.add(foreign.apply(n));
    }
    return new Attempt(
        where,
        kind,
        requests.full(foreign, Map.of(), (_, of) -> Unknown.of(of), List.of()),
        requests.full(unknown, Map.of(), (_, of) -> Unknown.of(of), List.of()),
        ids);
  }

  private void inQuery(Company home, String name, String kind, List<Attempt> attempts) {
    for (String id : world.ours().ids(kind).stream().limit(1).toList()) {
      List<String> own = own(home);
      attempts.add(
          new Attempt(
              "?" + name,
              kind,
              requests.full(own::get, Map.of(name, id), (_, of) -> Unknown.of(of), List.of()),
              requests.full(
                  own::get, Map.of(name, Unknown.of(kind)), (_, of) -> Unknown.of(of), List.of()),
              List.of(id, Unknown.ID, Unknown.SKU)));
    }
  }

  // All other ids are the caller's own, so that this one alone is what is wrong.
  private void inBody(Company home, String at, String kind, List<Attempt> attempts) {
    for (String id : world.ours().ids(kind).stream().limit(1).toList()) {
      List<String> own = own(home);
      attempts.add(
          new Attempt(
              at,
              kind,
              requests.full(
                  own::get,
                  Map.of(),
                  (pointer, of) -> pointer.equals(at) ? id : ownOr(home, of),
                  List.of(at)),
              requests.full(
                  own::get,
                  Map.of(),
                  (pointer, of) -> pointer.equals(at) ? Unknown.of(kind) : ownOr(home, of),
                  List.of(at)),
              List.of(id, Unknown.ID, Unknown.SKU)));
    }
  }

  // Strangers without a company of theirs, and those at home in ours, ask about nothing.
  private List<String> own(Company home) {
    List<String> own = home == world.ours() ? List.of() : requests.variables(home::ids);
    return own.isEmpty() ? operation.variables().stream().map(_ -> Unknown.ID).toList() : own;
  }

  private String ownOr(Company home, String kind) {
    return home == world.ours() || home.ids(kind).isEmpty() ? Unknown.of(kind) : home.last(kind);
  }

  private Function<String, List<String>> ours() {
    return world.ours()::ids;
  }
}
