package io.emporium.websocket.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.kit.security.Caller;
import io.emporium.kit.security.Role;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicTest {

  private static final Audience ORDER = new Audience("co1", "s1", "ann");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/topic/orders/o1",
        "/topic/shops/s1/orders",
        "/topic/companies/c1/inventory",
        "/topic/companies/c1/analytics",
        "/user/queue/notifications"
      })
  void whatIsOfferedIsUnderstood(String destination) {
    assertThat(Topic.parse(destination))
        .hasValueSatisfying(topic -> assertThat(topic.destination()).isEqualTo(destination));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/topic/orders",
        "/topic/orders/*",
        "/topic/orders/**",
        "/topic/orders/o1/orders",
        "/topic/orders/a b",
        "/topic/shops/s1",
        "/topic/shops/s1/inventory",
        "/topic/companies/c1/orders",
        "/topic/companies/../inventory",
        "/topic/companies/c1/inventory/",
        "/queue/notifications",
        "/queue/notifications-user123",
        "/user/ann/queue/notifications",
        "/topic/orders/{id}"
      })
  void nothingElseIs(String destination) {
    assertThat(Topic.parse(destination)).isEmpty();
  }

  @Test
  void anIdHasABound() {
    assertThat(Topic.parse("/topic/orders/" + "o".repeat(80))).isPresent();
    assertThat(Topic.parse("/topic/orders/" + "o".repeat(81))).isEmpty();
  }

  @Test
  void anOrderIsTheBusinessOfItsCustomerItsShopAndItsCompany() {
    assertThat(ORDER.permits(caller("ann", Role.CUSTOMER, null))).isTrue();
    assertThat(ORDER.permits(caller("bob", Role.CUSTOMER, null))).isFalse();
    assertThat(ORDER.permits(caller("x", Role.SHOP_STAFF, "co1", "s1"))).isTrue();
    assertThat(ORDER.permits(caller("x", Role.SHOP_STAFF, "co1", "s2"))).isFalse();
    assertThat(ORDER.permits(caller("x", Role.SHOP_MANAGER, "co2", "s1"))).isFalse();
    assertThat(ORDER.permits(caller("x", Role.COMPANY_ADMIN, "co1"))).isTrue();
    assertThat(ORDER.permits(caller("x", Role.COMPANY_ADMIN, "co2"))).isFalse();
    assertThat(ORDER.permits(caller("x", Role.SUPER_ADMIN, null))).isTrue();
    assertThat(ORDER.staff().permits(caller("ann", Role.CUSTOMER, null))).isFalse();
  }

  @Test
  void withoutACompanyItIsNobodysButThePlatforms() {
    var orphan = new Audience(null, null, null);

    assertThat(orphan.permits(caller("x", Role.COMPANY_ADMIN, "co1"))).isFalse();
    assertThat(orphan.permits(caller("x", Role.CUSTOMER, null))).isFalse();
    assertThat(orphan.permits(caller("x", Role.SUPER_ADMIN, null))).isTrue();
  }

  private static Caller caller(String id, Role role, String companyId, String... shops) {
    return new Caller(id, id + "@example.com", role, companyId, Set.of(shops), Instant.EPOCH);
  }
}
