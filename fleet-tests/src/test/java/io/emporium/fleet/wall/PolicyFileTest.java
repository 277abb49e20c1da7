package io.emporium.fleet.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emporium.fleet.roster.Roster;
import io.emporium.fleet.roster.Service;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyFileTest {

  static Stream<String> services() {
    return Roster.SERVICES.stream().map(Service::name).filter(name -> !name.equals("api-gateway"));
  }

  @ParameterizedTest
  @MethodSource("services")
  void readsThePolicyOfEveryService(String service) throws Exception {
    PolicyFile policy = PolicyFile.of(Path.of("..").toAbsolutePath().normalize(), service);

    assertThat(policy.rules()).isNotEmpty();
    assertThat(policy.rules().values())
        .allSatisfy(
            rule -> {
              assertThat(rule.scope()).isIn("public", "own", "shop", "company", "platform");
              assertThat(rule.allow()).isNotEmpty();
            });
  }

  @Test
  void overlooksNoRow() {
    String yaml =
        """
        operations:
          # a comment: - operation: GET /never
          - operation: GET /api/orders/{id:[a-z]+}
            allow: [customer,
                    company_admin]
            scope: shop
        """;

    PolicyFile.Rule rule = PolicyFile.parse(yaml).rules().get("GET /api/orders/{id}");

    assertThat(rule).isEqualTo(new PolicyFile.Rule(Set.of("customer", "company_admin"), "shop"));
    assertThatThrownBy(() -> PolicyFile.parse(yaml + "  - operation: GET /api/x\n    scope: own\n"))
        .hasMessageContaining("1 of 2");
  }
}
