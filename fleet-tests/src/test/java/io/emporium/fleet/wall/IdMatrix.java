package io.emporium.fleet.wall;

import io.emporium.fleet.wall.Actor.Standing;
import io.emporium.fleet.wall.IdPositions.Attempt;
import io.emporium.fleet.wall.PolicyFile.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;

/// Every operation × everybody × every place where an id can stand, with real ids of our company.
public final class IdMatrix {

  /// Not divided by shop: the whole company's, even where an operation is for one shop.
  private static final Set<String> COMPANY_WIDE =
      Set.of("warehouses", "users", "companies", "categories", "skus", "receipts");

  private final Fleetwide fleet;
  private final World world;
  private final Wire wire;
  private final Findings findings;
  private final AtomicInteger cases = new AtomicInteger();
  private final Set<String> proved = new ConcurrentSkipListSet<>();
  private final Set<String> attacked = new ConcurrentSkipListSet<>();
  private final Set<String> stopped = new ConcurrentSkipListSet<>();
  private final Set<String> idless = new TreeSet<>();

  public IdMatrix(Fleetwide fleet, World world, Wire wire, Findings findings) {
    this.fleet = fleet;
    this.world = world;
    this.wire = wire;
    this.findings = findings;
  }

  /// @return number of cases
  public int run(int threads) {
    List<Runnable> tasks = new ArrayList<>();
    for (Operation operation : fleet.operations()) {
      IdPositions positions = new IdPositions(operation, fleet.requests(operation), world);
      idless.addAll(positions.withoutRealId());
      for (Actor actor : world.actors()) {
        positions
            .attempts(actor)
            .forEach(attempt -> tasks.add(() -> attempt(operation, actor, attempt)));
      }
    }
    Crowd.run(threads, tasks);
    return cases.get();
  }

  private void attempt(Operation operation, Actor actor, Attempt attempt) {
    Rule rule = fleet.rule(operation);
    if (!rule.allows(actor.role()) || actor.isVoid()) {
      admission(operation, actor, attempt);
    } else if (isStranger(rule, actor, attempt)) {
      compare(operation, actor, attempt);
    } else if (operation.reads()) {
      if (admission(operation, actor, attempt).succeeded()) {
        proved.add(operation.name() + " " + attempt.where());
      }
    }
    // Writing with one's own ids is what the other tests do; here it would spoil what is compared.
  }

  private Reply admission(Operation operation, Actor actor, Attempt attempt) {
    Reply reply = wire.send(attempt.foreign().as(actor.token()));
    cases.incrementAndGet();
    Judge.ofAdmission(fleet.rule(operation), actor, reply)
        .ifPresent(
            complaint -> findings.add(operation.name(), complaint, tell(actor, attempt, reply)));
    return reply;
  }

  private void compare(Operation operation, Actor actor, Attempt attempt) {
    Reply foreign = admission(operation, actor, attempt);
    attacked.add(operation.name() + " " + attempt.where());
    if (actor.standing() != Standing.OWN && actor.standing() != Standing.OTHER_SHOP) {
      Judge.ofSilence(foreign, world.ours().secrets(), attempt.ids())
          .ifPresent(
              complaint ->
                  findings.add(operation.name(), complaint, tell(actor, attempt, foreign)));
    }
    if (fleet.rule(operation).scope().equals("public")) {
      return;
    }
    Reply unknown = wire.send(attempt.unknown().as(actor.token()));
    if (foreign.status() == 400 && unknown.status() == 400) {
      stopped.add(operation.name() + " " + attempt.where());
    }
    Judge.ofLikeness(foreign, unknown, attempt.ids())
        .ifPresent(
            complaint ->
                findings.add(
                    operation.name(),
                    complaint,
                    tell(actor, attempt, foreign) + "  |  " + unknown.brief()));
  }

  private static String tell(Actor actor, Attempt attempt, Reply reply) {
    return actor + ", " + attempt.where() + " -> " + reply.brief();
  }

  // Nobody but its owner, whatever the role, is at home in what is somebody's own.
  private boolean isStranger(Rule rule, Actor actor, Attempt attempt) {
    return switch (actor.standing()) {
      case ANONYMOUS, FOREIGN -> true;
      case VOID, PLATFORM -> false;
      case OWN ->
          rule.scope().equals("own") && !actor.role().equals("customer") && attempt.inPath();
      case OTHER_SHOP ->
          (rule.scope().equals("own") && attempt.inPath())
              || (rule.scope().equals("shop") && !COMPANY_WIDE.contains(attempt.kind()));
    };
  }

  /// Operations that were asked with a foreign id in some place.
  public int attacked() {
    return attacked.size();
  }

  /// Those of them whose owner got an answer with the same id: it was a real one.
  public int proved() {
    Set<String> both = new TreeSet<>(attacked);
    both.retainAll(proved);
    return both.size();
  }

  /// Where the body was refused before the id mattered.
  public Set<String> stopped() {
    return stopped;
  }

  /// Where no real id was to be had.
  public Set<String> idless() {
    return idless;
  }
}
