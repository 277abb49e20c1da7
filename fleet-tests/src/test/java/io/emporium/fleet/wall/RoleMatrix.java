package io.emporium.fleet.wall;

import io.emporium.fleet.wall.Actor.Standing;
import io.emporium.fleet.wall.Wire.Sent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Every operation × everybody, with ids that lead nowhere: who is let in.
public final class RoleMatrix {

  private final Fleetwide fleet;
  private final World world;
  private final Wire wire;
  private final Findings findings;
  private final AtomicInteger cases = new AtomicInteger();

  public RoleMatrix(Fleetwide fleet, World world, Wire wire, Findings findings) {
    this.fleet = fleet;
    this.world = world;
    this.wire = wire;
    this.findings = findings;
  }

  /// @return number of cases
  public int run(int threads) {
    List<Runnable> tasks = new ArrayList<>();
    for (Operation operation : operations(one -> !mayEndSession(one))) {
      for (Actor actor : world.actors()) {
        tasks.add(() -> ask(operation, actor, actor.token()));
      }
    }
    Crowd.run(threads, tasks);
    return cases.get();
  }

  /// The rest, one by one and each with a token of its own: signing out, changing a password.
  ///
  /// @return number of cases
  public int runSessionEnding() {
    int before = cases.get();
    for (Operation operation : operations(this::mayEndSession)) {
      for (Actor actor : world.actors()) {
        ask(operation, actor, world.freshToken(actor));
      }
    }
    return cases.get() - before;
  }

  private List<Operation> operations(Predicate<Operation> wanted) {
    return fleet.operations().stream().filter(wanted).toList();
  }

  private boolean mayEndSession(Operation operation) {
    return operation.path().startsWith("/api/auth/")
        && !operation.reads()
        && fleet.rule(operation).scope().equals("own");
  }

  // Reached by the services only: the gateway has no route to it. What it says of ids is said to
  // them.
  private static boolean isBetweenServices(Operation operation) {
    return operation.path().startsWith("/internal/");
  }

  private void ask(Operation operation, Actor actor, @Nullable String token) {
    Sent sent = fleet.requests(operation).unknown().as(token);
    Reply reply = wire.send(sent);
    cases.incrementAndGet();
    String evidence = actor + " -> " + reply.brief();
    Judge.ofAdmission(fleet.rule(operation), actor, reply)
        .ifPresent(complaint -> findings.add(operation.name(), complaint, evidence));
    if (!isBetweenServices(operation)
        && (actor.standing() == Standing.FOREIGN || actor.standing() == Standing.ANONYMOUS)) {
      Judge.ofSilence(reply, world.ours().secrets(), List.of())
          .ifPresent(complaint -> findings.add(operation.name(), complaint, evidence));
    }
  }
}
