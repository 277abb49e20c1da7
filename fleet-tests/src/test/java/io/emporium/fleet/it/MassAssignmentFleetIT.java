package io.emporium.fleet.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.fleet.client.Answer;
import io.emporium.fleet.wall.Company;
import io.emporium.fleet.wall.Crowd;
import io.emporium.fleet.wall.Findings;
import io.emporium.fleet.wall.Fleetwide;
import io.emporium.fleet.wall.MassAssignment;
import io.emporium.fleet.wall.MassAssignment.Smuggled;
import io.emporium.fleet.wall.Reply;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What only a service may set is refused in every object of every request, not ignored.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MassAssignmentFleetIT {

  private static final int THREADS = Integer.getInteger("fleet.wall.threads", 8);

  /// An unknown property, or one that this caller may not set.
  private static final Set<Integer> REFUSED = Set.of(400, 403);

  private final WallFleet wall = new WallFleet();
  private final Fleetwide operations = wall.operations();
  private Company company;

  @BeforeAll
  void openACompany() {
    company = wall.company();
  }

  @Test
  void noServerOwnedPropertyIsAccepted() {
    Findings findings = new Findings();
    List<Smuggled> all =
        operations.operations().stream()
            .flatMap(
                operation ->
                    MassAssignment.of(operation, operations.requests(operation), company::ids)
                        .stream())
            .toList();

    Crowd.run(THREADS, all.stream().map(one -> (Runnable) () -> judge(one, findings)).toList());

    System.out.printf("mass assignment: %d smuggled properties%n", all.size());
    assertThat(findings.count()).as(findings.report()).isZero();
    assertThat(all.size()).isGreaterThan(500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"super_admin", "company_admin", "shop_manager", "shop_staff", "emperor"})
  void nobodyRegistersAsMoreThanACustomer(String role) {
    Answer answer =
        wall.fleet()
            .gateway()
            .post(
                "/api/auth/register",
                Map.of(
                    "email",
                    "climber-" + WallFleet.run() + "@example.com",
                    "password",
                    "Test123!",
                    "role",
                    role));

    assertThat(REFUSED).as(answer.body()).contains(answer.status());
  }

  private void judge(Smuggled smuggled, Findings findings) {
    Reply reply =
        wall.wire()
            .send(smuggled.sent().as(wall.insider(operations, smuggled.operation(), company)));
    if (!REFUSED.contains(reply.status()) || !reply.isProblem()) {
      findings.add(
          smuggled.operation().name(),
          "a server-owned property is not refused",
          smuggled.pointer() + " -> " + reply.brief());
    }
  }
}
