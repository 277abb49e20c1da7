package io.emporium.fleet.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.fleet.wall.Explorer;
import io.emporium.fleet.wall.Findings;
import io.emporium.fleet.wall.Fleetwide;
import io.emporium.fleet.wall.IdMatrix;
import io.emporium.fleet.wall.RoleMatrix;
import io.emporium.fleet.wall.Snapshot;
import io.emporium.fleet.wall.World;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/// Every operation of all services × everybody who might call × every place for an id, generated
/// from OpenAPI and `authz-policy.yaml`. Asks each service on its own port: the gateway is no wall.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TenancyMatrixFleetIT {

  private static final int LEAST = 2_000;
  private static final int THREADS = Integer.getInteger("fleet.wall.threads", 8);
  private static final Duration CALM = Duration.ofSeconds(20);

  private final WallFleet wall = new WallFleet();
  private final Fleetwide operations = wall.operations();
  private World world;
  private int cases;

  @BeforeAll
  void openTwoCompanies() throws Exception {
    world = wall.world(new ShortLivedToken(wall.fleet()).superAdmin());
    new Explorer(operations, wall.wire(), world.ours()).explore();
    Patience patience = new Patience(wall.fleet());
    world
        .voidTokens()
        .forEach(
            token ->
                Guarded.PATHS.keySet().forEach(service -> patience.untilRefused(service, token)));
  }

  @Test
  @Order(1)
  void everyOperationStandsInThePolicyAndInTheDocument() {
    assertThat(operations.withoutRule()).as("documented without a rule").isEmpty();
    assertThat(operations.undocumented()).as("ruled without a document").isEmpty();
  }

  @Test
  @Order(2)
  void whoIsLetInStandsInThePolicy() {
    Findings findings = new Findings();

    cases += new RoleMatrix(operations, world, wall.wire(), findings).run(THREADS);

    assertThat(findings.count()).as(findings.report()).isZero();
  }

  @Test
  @Order(3)
  void aForeignIdIsLikeOneThatNeverWas() {
    Findings findings = new Findings();
    Snapshot before = Snapshot.settled(operations, wall.wire(), world.ours(), CALM);
    IdMatrix matrix = new IdMatrix(operations, world, wall.wire(), findings);

    cases += matrix.run(THREADS);

    System.out.printf(
        "tenancy matrix: %d places attacked with a foreign id, %d of them proved real by their"
            + " owner; refused for another reason first: %s; no id to be had: %s; %d pages"
            + " compared%n",
        matrix.attacked(), matrix.proved(), matrix.stopped(), matrix.idless(), before.size());
    assertThat(findings.count()).as(findings.report()).isZero();
    assertThat(before.size()).isGreaterThan(20);
    assertThat(before.changedIn(Snapshot.settled(operations, wall.wire(), world.ours(), CALM)))
        .as("written by strangers")
        .isEmpty();
  }

  @Test
  @Order(4)
  void whatEndsSessionsObeysThePolicyToo() {
    Findings findings = new Findings();

    cases += new RoleMatrix(operations, world, wall.wire(), findings).runSessionEnding();

    assertThat(findings.count()).as(findings.report()).isZero();
  }

  @AfterAll
  void enoughCases() {
    System.out.printf(
        "tenancy matrix: %d cases over %d operations × %d callers%n",
        cases, operations.operations().size(), world.actors().size());
    assertThat(cases).isGreaterThanOrEqualTo(LEAST);
  }
}
