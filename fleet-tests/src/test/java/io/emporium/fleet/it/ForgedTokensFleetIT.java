package io.emporium.fleet.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.fleet.client.Answer;
import io.emporium.fleet.client.Api;
import io.emporium.fleet.roster.Roster;
import io.emporium.fleet.roster.Service;
import io.emporium.fleet.wall.Findings;
import io.emporium.fleet.wall.Reply;
import io.emporium.fleet.wall.Trap;
import io.emporium.fleet.wall.TwistedTokens;
import io.emporium.fleet.wall.Wire;
import io.emporium.fleet.wall.Wire.Sent;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/// Forged and twisted tokens, at each service's own port and through the gateway.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgedTokensFleetIT {

  private static final int LEAST = 40;

  private final TestFleet fleet = new TestFleet();
  private final Wire wire = new Wire();
  private final Map<String, String> tokens = new LinkedHashMap<>();
  private final Trap trap;
  private String good = "";

  ForgedTokensFleetIT() throws Exception {
    trap = new Trap();
  }

  @BeforeAll
  void forge() throws Exception {
    Answer registered =
        fleet
            .gateway()
            .post(
                "/api/auth/register",
                Map.of(
                    "email", "forger-" + WallFleet.run() + "@example.com", "password", "Test123!"))
            .expect(201);
    good = registered.text("/accessToken");
    tokens.putAll(
        TwistedTokens.of(
            good, fleet.gateway().get("/api/auth/jwks").expect(200).json(), trap.url()));
    tokens.put("a refresh token", registered.text("/refreshToken"));
    ShortLivedToken rightlySigned = new ShortLivedToken(fleet);
    tokens.put("the right key, another issuer", rightlySigned.ofAnotherIssuer());
    String expired = rightlySigned.superAdmin();
    new Patience(fleet).untilRefused("auth-service", expired);
    tokens.put("the right key, expired", expired);
  }

  @TestFactory
  Stream<DynamicTest> everyServiceRefusesBadTokensItself() {
    return Guarded.PATHS.entrySet().stream()
        .map(
            guarded ->
                DynamicTest.dynamicTest(
                    guarded.getKey(),
                    () -> refusesAll(fleet.direct(guarded.getKey()).base(), guarded.getValue())));
  }

  @TestFactory
  Stream<DynamicTest> theGatewayLetsNoneThrough() {
    return Guarded.PATHS.values().stream()
        .map(path -> DynamicTest.dynamicTest(path, () -> refusesAll(fleet.gateway().base(), path)));
  }

  @TestFactory
  Stream<DynamicTest> aTokenOf100KilobytesGetsNowhere() {
    String huge = good + "A".repeat(100_000);
    return Stream.concat(
            Guarded.PATHS.entrySet().stream()
                .map(one -> fleet.direct(one.getKey()).base().resolve(one.getValue())),
            Stream.of(fleet.gateway().base().resolve("/api/orders")))
        .map(
            uri ->
                DynamicTest.dynamicTest(
                    uri.toString(),
                    () -> {
                      Reply reply = wire.send(Sent.of("GET", uri).as(huge));
                      // Headers beyond 16 KiB are refused before anybody reads them; some servers
                      // hang up while the client is still talking.
                      assertThat(Set.of(0, 400, 401, 413, 431))
                          .as(reply.brief())
                          .contains(reply.status());
                    }));
  }

  @TestFactory
  Stream<DynamicTest> aTokenCountsInItsHeaderOnly() {
    return Guarded.PATHS.entrySet().stream()
        .map(
            guarded ->
                DynamicTest.dynamicTest(
                    guarded.getKey(),
                    () -> {
                      Api service = fleet.direct(guarded.getKey());
                      Answer inQuery = service.get(guarded.getValue() + "?access_token=" + good);
                      assertThat(inQuery.status()).as(inQuery.body()).isEqualTo(401);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> everyServiceIsHealthyOnItsOwnPort() {
    return Roster.SERVICES.stream()
        .map(Service::name)
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () ->
                        assertThat(fleet.direct(name).get("/health").expect(200).text("/status"))
                            .isEqualTo("UP")));
  }

  @Test
  void theGoodTokenIsGood() {
    fleet.direct("auth-service").as(good).get("/api/auth/me").expect(200);
    assertThat(tokens.size()).isGreaterThanOrEqualTo(LEAST);
    System.out.printf(
        "forged tokens: %d tokens × %d services, direct and through the gateway%n",
        tokens.size(), Guarded.PATHS.size());
  }

  private void refusesAll(URI base, String path) {
    Findings findings = new Findings();
    refuse(findings, base.resolve(path), "none at all", null);
    tokens.forEach((name, token) -> refuse(findings, base.resolve(path), name, token));
    assertThat(findings.count()).as(findings.report()).isZero();
  }

  private void refuse(Findings findings, URI uri, String name, @Nullable String token) {
    Reply reply = wire.send(Sent.of("GET", uri).as(token));
    if (reply.status() != 401 || !reply.isProblem() || !reply.code().equals("unauthenticated")) {
      findings.add(uri.toString(), "does not refuse", name + " -> " + reply.brief());
    }
  }

  @AfterAll
  void nobodyWentIntoTheTrap() {
    assertThat(trap.visits()).isEmpty();
    trap.close();
  }
}
