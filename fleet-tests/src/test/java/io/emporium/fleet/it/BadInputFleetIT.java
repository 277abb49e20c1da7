package io.emporium.fleet.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.fleet.wall.BadInput;
import io.emporium.fleet.wall.BadInput.Attack;
import io.emporium.fleet.wall.Company;
import io.emporium.fleet.wall.Crowd;
import io.emporium.fleet.wall.Findings;
import io.emporium.fleet.wall.Fleetwide;
import io.emporium.fleet.wall.Operation;
import io.emporium.fleet.wall.Reply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Every operation, fed with what no client should send; generated from OpenAPI.
/// `-Dfleet.bad-input.requests=50000` sends more, `-Dfleet.seed` repeats a run.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputFleetIT {

  private static final int REQUESTS = Integer.getInteger("fleet.bad-input.requests", 5_000);
  private static final int THREADS = Integer.getInteger("fleet.wall.threads", 8);
  private static final long SLOWEST_MILLIS = 5_000;

  private final WallFleet wall = new WallFleet();
  private final Fleetwide operations = wall.operations();
  private final Random random = new Random(Long.getLong("fleet.seed", System.nanoTime()));
  private Company company;

  @BeforeAll
  void openACompany() {
    company = wall.company();
  }

  @Test
  void nothingBadIsAFaultAndEveryRefusalSaysWhy() {
    Findings findings = new Findings();
    List<Attack> attacks = attacks();

    Crowd.run(
        THREADS, attacks.stream().map(attack -> (Runnable) () -> judge(attack, findings)).toList());

    System.out.printf(
        "bad input: %d requests to %d operations%n",
        attacks.size(), operations.operations().size());
    assertThat(findings.count()).as(findings.report()).isZero();
  }

  @AfterAll
  void noServiceCalledItAFault() throws Exception {
    for (String service : WallFleet.services()) {
      assertThat(wall.fleet().log(service)).as(service + "'s log").doesNotContain("\"unforeseen\"");
    }
  }

  // Each kind once as far as the number allows, then random ones.
  private List<Attack> attacks() {
    List<Operation> all = operations.operations().stream().filter(this::harmless).toList();
    List<Attack> attacks = new ArrayList<>();
    all.forEach(
        operation ->
            attacks.addAll(
                BadInput.all(operation, operations.requests(operation), known(operation))));
    Collections.shuffle(attacks, random);
    while (attacks.size() < REQUESTS) {
      Operation operation = all.get(random.nextInt(all.size()));
      Attack attack =
          BadInput.random(operation, operations.requests(operation), known(operation), random);
      if (attack != null) {
        attacks.add(attack);
      }
    }
    return attacks.subList(0, REQUESTS);
  }

  // What the platform may do to a company, such as suspending it, is not done to this one.
  private Function<String, List<String>> known(Operation operation) {
    return operations.rule(operation).scope().equals("platform") ? _ -> List.of() : company::ids;
  }

  // What needs no body and no good input takes away the very token that the test calls with.
  private boolean harmless(Operation operation) {
    return !operation.path().contains("/logout") && !operation.path().contains("/password/change");
  }

  private void judge(Attack attack, Findings findings) {
    long start = System.nanoTime();
    Reply reply =
        wall.wire()
            .send(
                attack
                    .sent()
                    .as(wall.insider(operations, attack.operation(), company))
                    // Failed sign-ins count by address; all of ours must not close the door to us.
                    .with(
                        "X-Forwarded-For",
                        "198.51.100." + Math.abs(attack.name().hashCode() % 250)));
    long millis = (System.nanoTime() - start) / 1_000_000;
    String evidence = attack.name() + " -> " + reply.brief();
    String operation = attack.operation().name();
    if (reply.status() == 0 || reply.status() >= 500) {
      findings.add(operation, "a fault", evidence);
    } else if (reply.status() >= 400 && !reply.isProblem()) {
      findings.add(operation, "no problem+json", evidence);
    } else if (attack.refused() && reply.status() < 400) {
      findings.add(operation, "accepted", evidence);
    }
    if (reply.status() >= 400 && reply.showsInternals()) {
      findings.add(operation, "shows internals", evidence);
    }
    if (millis > SLOWEST_MILLIS) {
      findings.add(operation, "slower than " + SLOWEST_MILLIS + " ms", evidence);
    }
  }
}
