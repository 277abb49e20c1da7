package io.emporium.fleet.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.fleet.client.Answer;
import io.emporium.fleet.client.Api;
import io.emporium.fleet.client.LiveFeed;
import io.emporium.fleet.wall.Crowd;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/// What was revoked is refused by every service within five seconds.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RevocationFleetIT {

  private static final String PASSWORD = "Str0ng-enough!";
  private static final String NEW_PASSWORD = "Stronger-still-2!";
  private static final Duration SOON = Duration.ofSeconds(5);

  private final WallFleet wall = new WallFleet();
  private final TestFleet fleet = wall.fleet();
  private final Api auth = fleet.direct("auth-service");
  private final String run = WallFleet.run();
  private Api superAdmin = auth;
  private Api admin = auth;
  private String shopId = "";

  @BeforeAll
  void openACompany() {
    superAdmin = wall.superAdmin();
    admin =
        signedIn(
            "admin", "company_admin", superAdmin, Map.of("companyId", open("Sessions " + run)));
    shopId = admin.post("/api/shops", Map.of("name", "One")).expect(201).text("/id");
  }

  @Test
  void anOpenLiveFeedIsEndedToo() {
    String token = token(customer("watches"));
    try (LiveFeed feed = LiveFeed.of(fleet.gateway().base(), token, "/user/queue/notifications")) {
      auth.as(token).post("/api/auth/logout-all", null).expect(204);

      assertThat(feed.endsWithin(SOON)).isTrue();
    }
  }

  @TestFactory
  Stream<DynamicTest> whatIsRevokedIsRefusedEverywhereWithinFiveSeconds() {
    return Stream.of(
        revocation("signing out everywhere", this::signOutEverywhere),
        revocation("changing the password", this::changePassword),
        revocation("disabling the account", this::disable),
        revocation("losing a role", this::changeRole),
        revocation("suspending the company", this::suspendCompany));
  }

  @FunctionalInterface
  private interface Revocation {
    /// @return the token that counts no more from now on
    String revoke();
  }

  private DynamicTest revocation(String name, Revocation revocation) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          String token = revocation.revoke();
          long start = System.nanoTime();
          Map<String, Duration> took = new TreeMap<>();
          Crowd.run(
              Guarded.PATHS.size(),
              Guarded.PATHS.keySet().stream()
                  .map(
                      service ->
                          (Runnable)
                              () -> {
                                new Patience(fleet).untilRefused(service, token);
                                synchronized (took) {
                                  took.put(service, Duration.ofNanos(System.nanoTime() - start));
                                }
                              })
                  .toList());

          System.out.println(name + " was known after " + took);
          assertThat(took).hasSize(Guarded.PATHS.size());
          assertThat(took.values()).allSatisfy(one -> assertThat(one).isLessThan(SOON));
        });
  }

  private String signOutEverywhere() {
    String token = token(customer("leaves"));
    auth.as(token).post("/api/auth/logout-all", null).expect(204);
    return token;
  }

  private String changePassword() {
    String token = token(customer("changes"));
    auth.as(token)
        .post(
            "/api/auth/password/change",
            Map.of("currentPassword", PASSWORD, "newPassword", NEW_PASSWORD))
        .expect(200);
    return token;
  }

  private String disable() {
    Answer staff = hired("disabled", Map.of("shopIds", List.of(shopId)));
    String token = token(email("disabled"));
    admin.post("/api/users/" + staff.text("/id") + "/disable", null).expect(200);
    return token;
  }

  private String changeRole() {
    Answer staff = hired("demoted", Map.of("shopIds", List.of(shopId)));
    String token = token(email("demoted"));
    admin
        .post(
            "/api/users/" + staff.text("/id") + "/role",
            Map.of("role", "shop_manager", "shopIds", List.of(shopId)))
        .expect(200);
    return token;
  }

  private String suspendCompany() {
    String other = open("Suspended " + run);
    signedIn("suspended", "company_admin", superAdmin, Map.of("companyId", other));
    String token = token(email("suspended"));
    superAdmin.post("/api/companies/" + other + "/suspend", Map.of("reason", "a test")).expect(200);
    return token;
  }

  private String open(String name) {
    return superAdmin.post("/api/companies", Map.of("name", name)).expect(201).text("/id");
  }

  private Answer hired(String name, Map<String, Object> more) {
    Map<String, Object> person = new TreeMap<>(more);
    person.putAll(Map.of("email", email(name), "password", PASSWORD, "role", "shop_staff"));
    return admin.post("/api/users", person).expect(201);
  }

  private Api signedIn(String name, String role, Api by, Map<String, Object> more) {
    Map<String, Object> person = new TreeMap<>(more);
    person.putAll(Map.of("email", email(name), "password", PASSWORD, "role", role));
    by.post("/api/users", person).expect(201);
    return fleet.gateway().as(token(email(name)));
  }

  private String customer(String name) {
    auth.post("/api/auth/register", Map.of("email", email(name), "password", PASSWORD)).expect(201);
    return email(name);
  }

  private String token(String email) {
    return auth.post("/api/auth/login", Map.of("email", email, "password", PASSWORD))
        .expect(200)
        .text("/accessToken");
  }

  private String email(String name) {
    return name + "-" + run + "@sessions.example";
  }
}
