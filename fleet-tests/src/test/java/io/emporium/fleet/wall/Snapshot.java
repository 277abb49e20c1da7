package io.emporium.fleet.wall;

import io.emporium.fleet.client.Waiting;
import io.emporium.fleet.wall.PolicyFile.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

/// Everything that a company's admin and customer can read, word for word: compared before and
/// after strangers have tried to write.
public final class Snapshot {

  /// They grow by being watched.
  private static final Set<String> WATCHERS = Set.of("audit-service", "analytics-service");

  private final Map<String, String> pages;

  private Snapshot(Map<String, String> pages) {
    this.pages = pages;
  }

  /// Waits until nothing changes any more; what changes nevertheless is left out.
  public static Snapshot settled(Fleetwide fleet, Wire wire, Company company, Duration patience) {
    AtomicReference<Snapshot> last = new AtomicReference<>(take(fleet, wire, company));
    return Waiting.find(
            patience,
            () -> {
              Snapshot next = take(fleet, wire, company);
              boolean same = next.pages.equals(last.getAndSet(next).pages);
              return same ? Optional.of(next) : Optional.<Snapshot>empty();
            })
        .orElseGet(() -> take(fleet, wire, company).where(last.get()));
  }

  private Snapshot where(Snapshot other) {
    Map<String, String> same = new TreeMap<>(pages);
    same.entrySet()
        .removeIf(page -> !Objects.equals(other.pages.get(page.getKey()), page.getValue()));
    return new Snapshot(same);
  }

  public static Snapshot take(Fleetwide fleet, Wire wire, Company company) {
    Map<String, String> pages = new TreeMap<>();
    for (Operation operation : fleet.operations()) {
      Rule rule = fleet.rule(operation);
      List<String> variables = fleet.requests(operation).variables(company::ids);
      boolean readable =
          operation.reads()
              && !WATCHERS.contains(operation.service())
              && !operation.path().contains("sessions")
              && variables.size() == operation.variables().size();
      for (String reader : readable ? List.of("admin", "customer") : List.<String>of()) {
        if (rule.allows(World.roleOf(reader)) && !rule.scope().equals("public")) {
          Reply reply =
              wire.send(
                  fleet
                      .requests(operation)
                      .plain(variables::get, Map.of())
                      .as(company.token(reader)));
          if (reply.succeeded()) {
            pages.put(operation.name() + " as " + reader, reply.body());
          }
        }
      }
    }
    return new Snapshot(pages);
  }

  public int size() {
    return pages.size();
  }

  /// Pages that read otherwise now.
  public List<String> changedIn(Snapshot later) {
    List<String> changed = new ArrayList<>();
    pages.forEach(
        (page, text) -> {
          if (!text.equals(later.pages.get(page))) {
            changed.add(page + "\n    was " + text + "\n    is  " + later.pages.get(page));
          }
        });
    return changed;
  }
}
