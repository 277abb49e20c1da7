package io.emporium.fleet.it;

import io.emporium.fleet.client.Api;
import io.emporium.fleet.roster.Roster;
import io.emporium.fleet.roster.Service;
import io.emporium.fleet.wall.Company;
import io.emporium.fleet.wall.Fleetwide;
import io.emporium.fleet.wall.Operation;
import io.emporium.fleet.wall.PolicyFile.Rule;
import io.emporium.fleet.wall.Wire;
import io.emporium.fleet.wall.World;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The running fleet as those see it who attack its wall.
final class WallFleet {

  private static final String GATEWAY = "api-gateway";

  private final TestFleet fleet = new TestFleet();
  private final Wire wire = new Wire();
  private @Nullable String superAdmin;

  Wire wire() {
    return wire;
  }

  TestFleet fleet() {
    return fleet;
  }

  /// The twelve that own operations; the gateway owns none.
  static List<String> services() {
    return Roster.SERVICES.stream()
        .map(Service::name)
        .filter(name -> !name.equals(GATEWAY))
        .toList();
  }

  Fleetwide operations() {
    return Fleetwide.read(
        fleet.context().paths().root(), services(), name -> fleet.direct(name).base(), wire);
  }

  World world(String expiredToken) {
    return World.build(fleet.gateway(), this::signIn, run(), expiredToken);
  }

  Api superAdmin() {
    return fleet.gateway().as(superAdminToken());
  }

  synchronized String superAdminToken() {
    if (superAdmin == null) {
      superAdmin = signIn();
    }
    return superAdmin;
  }

  private String signIn() {
    Map<String, String> words =
        Map.of(
            "email", fleet.context().settings().get("SUPER_ADMIN_EMAIL"),
            "password", fleet.context().settings().get("SUPER_ADMIN_PASSWORD"));
    return fleet.gateway().post("/api/auth/login", words).expect(200).text("/accessToken");
  }

  Company company() {
    return Company.open(fleet.gateway(), superAdmin(), "c" + run());
  }

  /// The token of somebody whom the policy lets in, so that what is refused is the request.
  @Nullable String insider(Fleetwide operations, Operation operation, Company company) {
    Rule rule = operations.rule(operation);
    for (String name : List.of("admin", "manager", "customer")) {
      if (rule.allow().contains(World.roleOf(name))) {
        return company.token(name);
      }
    }
    return rule.anonymous() ? null : superAdminToken();
  }

  static String run() {
    return Long.toString(System.nanoTime() % 100_000_000, 36);
  }
}
