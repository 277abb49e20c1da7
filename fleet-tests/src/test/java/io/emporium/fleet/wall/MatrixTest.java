package io.emporium.fleet.wall;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.fleet.client.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The matrix against a service in miniature, first without a hole and then with one after the
/// other: each is found, and told by its operation.
class MatrixTest {

  private static final List<String> PEOPLE =
      List.of("admin", "manager", "staff", "customer", "manager2", "staff2");

  @TempDir private Path root;

  private final Wire wire = new Wire();
  private final Findings findings = new Findings();
  private LeakyService service;
  private World world;

  @BeforeEach
  void openTheService() throws IOException {
    service = new LeakyService();
    Path resources = root.resolve("parcel-service/src/main/resources");
    Files.createDirectories(resources);
    Files.writeString(resources.resolve("authz-policy.yaml"), LeakyService.POLICY);
    world = new World(company("ours"), company("theirs"), () -> "super");
    world.ours().know("parcels", LeakyService.PARCEL);
    world.summon("void", "void");
  }

  @AfterEach
  void closeTheService() {
    service.close();
  }

  private Company company(String name) {
    Company company = new Company(new Api(service.base()), name);
    PEOPLE.forEach(person -> company.signedIn(person, name + "-" + person));
    company.know("orders", "order-of-" + name);
    company.know("debts", "debt-of-" + name);
    company.know("users", "user-of-" + name);
    company.know("shops", "shop-of-" + name);
    return company;
  }

  private Fleetwide fleet() {
    return Fleetwide.read(root, List.of("parcel-service"), _ -> service.base(), wire);
  }

  @Test
  void findsNothingInAServiceWithoutAHole() {
    assertThat(fleet().withoutRule()).isEmpty();
    assertThat(fleet().undocumented()).isEmpty();
    assertThat(roles()).isEqualTo(4 * world.actors().size());

    IdMatrix matrix = ids();

    assertThat(findings.count()).as(findings.report()).isZero();
    assertThat(matrix.attacked()).isEqualTo(4);
    assertThat(matrix.proved()).isEqualTo(2);
    assertThat(matrix.idless()).isEmpty();
  }

  @Test
  void findsAnOperationThatForgetsItsPolicy() {
    service.open("POST /api/parcels/{id}/send");

    roles();

    assertThat(findings.report())
        .contains("POST /api/parcels/{id}/send")
        .contains("lets in whom the policy keeps out");
  }

  @Test
  void findsAForeignParcelThatIsForbiddenInsteadOfUnknown() {
    service.forbidInsteadOfNotFound();

    ids();

    assertThat(findings.report())
        .contains("GET /api/parcels/{id}")
        .contains("403 for a foreign id, 404 for an unknown one");
  }

  @Test
  void findsAListThatForgetsItsScope() {
    service.listEverybodys();

    ids();

    assertThat(findings.report())
        .contains("GET /api/parcels\n")
        .contains("a stranger reads what is not for him");
  }

  @Test
  void findsWhatAStrangerHasWritten() {
    Snapshot before = Snapshot.settled(fleet(), wire, world.ours(), Duration.ofSeconds(5));
    service.writeForAnybody();

    ids();

    assertThat(before.size()).isEqualTo(2);
    assertThat(before.changedIn(Snapshot.take(fleet(), wire, world.ours()))).isNotEmpty();
  }

  private int roles() {
    return new RoleMatrix(fleet(), world, wire, findings).run(2);
  }

  private IdMatrix ids() {
    IdMatrix matrix = new IdMatrix(fleet(), world, wire, findings);
    var _ = matrix.run(2);
    return matrix;
  }
}
