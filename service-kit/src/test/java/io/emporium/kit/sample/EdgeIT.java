package io.emporium.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.JWTClaimsSet;
import io.emporium.events.audit.RequestAudited;
import io.emporium.events.user.UserSessionEnded;
import io.emporium.kit.security.Role;
import io.emporium.kit.security.TokenClaims;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// The HTTP edge: who gets in, what is refused, and how.
@ServiceTest
class EdgeIT {

  private static final Map<String, Object> PARCEL = Map.of("shopId", "shop-1", "weight", 3);

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;

  static Stream<Consumer<JWTClaimsSet.Builder>> twists() {
    return Stream.of(
        claims -> claims.issuer("https://evil.example"),
        claims -> claims.audience("another"),
        claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(60))),
        claims -> claims.expirationTime(null),
        claims -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(600))),
        claims -> claims.claim(TokenClaims.ROLE, "emperor"),
        claims -> claims.claim(TokenClaims.ROLE, null),
        claims -> claims.claim(TokenClaims.COMPANY, null),
        claims -> claims.subject(null));
  }

  @ParameterizedTest
  @MethodSource("twists")
  void twistedTokensAreRefused(Consumer<JWTClaimsSet.Builder> twist) {
    String token =
        TestTokens.token(
            "u1",
            Role.COMPANY_ADMIN,
            claims -> {
              claims.claim(TokenClaims.COMPANY, "acme");
              twist.accept(claims);
            });

    api.as(token).get("/api/parcels").expectProblem(401, "unauthenticated");
  }

  @Test
  void forgedTokensAreRefused() {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer("https://auth.emporium.local")
            .audience(TokenClaims.AUDIENCE)
            .subject("u1")
            .claim(TokenClaims.ROLE, "super_admin")
            .expirationTime(Date.from(Instant.now().plusSeconds(60)))
            .build();
    String otherKey = TestTokens.sign(TestTokens.newKey("test-key"), claims, TokenClaims.TYPE);
    String unknownKey = TestTokens.sign(TestTokens.newKey("nobody"), claims, TokenClaims.TYPE);

    for (String forged :
        List.of(otherKey, unknownKey, "x", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1MSJ9.")) {
      api.as(forged).get("/api/parcels").expectProblem(401, "unauthenticated");
    }
  }

  @Test
  void manyForgedKeysInARowAreRefusedAndNoOutageOfOurs() {
    JWTClaimsSet claims = new JWTClaimsSet.Builder().subject("u1").build();
    for (int n = 0; n < 8; n++) {
      String forged = TestTokens.sign(TestTokens.newKey("forged-" + n), claims, TokenClaims.TYPE);
      api.as(forged).get("/api/parcels").expectProblem(401, "unauthenticated");
    }
  }

  @Test
  void whatIsOpenToEverybodyDoesNotLookAtTokens() {
    api.as("expired-or-forged").get("/api/parcels/prices").expect(200);
  }

  @Test
  void aRevocationThatNoEventTellsOfCountsWithinFiveSeconds() {
    String token = TestTokens.customer("unheard-of");
    api.as(token).get("/api/parcels").expect(200);

    TestTokens.revoke("unheard-of");

    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> api.as(token).get("/api/parcels").expect(401));
    api.as(TestTokens.customer("unheard-of")).get("/api/parcels").expect(200);
  }

  @Test
  void aSessionThatEndedIsVoidWithoutTheOthersOfItsUser() {
    String ended = ofSession("ended-1");
    String other = ofSession("other-1");
    api.as(ended).get("/api/parcels").expect(200);

    broker.deliver(null, new UserSessionEnded("two-sessions", "ended-1", "ended_by_owner"));

    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> api.as(ended).get("/api/parcels").expect(401));
    api.as(other).get("/api/parcels").expect(200);
  }

  private static String ofSession(String sessionId) {
    return TestTokens.token(
        "two-sessions", Role.CUSTOMER, claims -> claims.claim(TokenClaims.SESSION, sessionId));
  }

  @Test
  void aTokenOfAnotherTypeIsRefused() {
    String refresh = TestTokens.superAdmin().replaceFirst("^[^.]+", header("JWT"));

    api.as(refresh).get("/api/parcels").expectProblem(401, "unauthenticated");
  }

  private static String header(String type) {
    return java.util.Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            ("{\"alg\":\"RS256\",\"kid\":\"test-key\",\"typ\":\"" + type + "\"}")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void eachRoleSeesItsOwn() {
    String id = admin("tenant-a").post("/api/parcels", PARCEL).expect(201).text("/id");

    admin("tenant-a").get("/api/parcels/" + id).expect(200);
    api.as(TestTokens.superAdmin()).get("/api/parcels/" + id).expect(200);
    api.as(TestTokens.shopStaff("tenant-a", "shop-1")).get("/api/parcels/" + id).expect(200);
    api.as(TestTokens.customer("customer-1")).get("/api/parcels/" + id).expect(200);
    for (String stranger :
        List.of(
            TestTokens.companyAdmin("tenant-b"),
            TestTokens.shopStaff("tenant-a", "shop-2"),
            TestTokens.shopStaff("tenant-b", "shop-1"),
            TestTokens.customer("customer-2"))) {
      api.as(stranger).get("/api/parcels/" + id).expectProblem(404, "parcel_not_found");
      assertThat(api.as(stranger).get("/api/parcels").expect(200).text("/totalItems"))
          .isEqualTo("0");
    }
  }

  @Test
  void whatIsNotInThePolicyIsNotThere() {
    admin("acme").get("/api/nothing").expectProblem(404, "no_such_operation");
    admin("acme").delete("/api/parcels").expectProblem(405, "method_not_allowed");
    api.get("/api/nothing").expectProblem(401, "unauthenticated");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "7",
        "null",
        "{\"shopId\":null,\"weight\":1}",
        "{\"shopId\":\"s\",\"weight\":0}",
        "{\"shopId\":\"s\",\"weight\":null}",
        "{\"shopId\":\"s\",\"weight\":\"3\"}",
        "{\"shopId\":\"s\",\"weight\":1.5}",
        "{\"shopId\":\"s\",\"weight\":99999999999}",
        "{\"shopId\":7,\"weight\":1}",
        "{\"shopId\":[\"s\"],\"weight\":1}",
        "{\"shopId\":\"s\",\"weight\":1,\"version\":9}",
        "{\"shopId\":\"s\",\"shopId\":\"t\",\"weight\":1}",
        "{\"shopId\":\"s\",\"weight\":1} trailing"
      })
  void badInputIsAClearRefusal(String body) {
    assertThat(
            admin("acme")
                .post("/api/parcels", body)
                .expectProblem(400, "invalid_request")
                .at("/errors/0/message")
                .asString())
        .isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "'\"priority\":\"soon\"', /priority, 'must be one of standard, next_day'",
    "'\"priority\":1', /priority, 'must be one of standard, next_day'",
    "'\"a/b~c\":1', /a~1b~0c, is not known here",
  })
  void whatIsWrongInABodyIsNamed(String property, String pointer, String message) {
    JsonNode problem =
        admin("acme")
            .post("/api/parcels", "{\"shopId\":\"s1\",\"weight\":1," + property + "}")
            .expectProblem(400, "invalid_request");

    assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo(pointer);
    assertThat(problem.at("/errors/0/message").asString()).isEqualTo(message);
  }

  @Test
  void badPagingNamesTheParameter() {
    for (String query :
        List.of("page=-1", "page=x", "size=0", "size=101", "sort=password", "sort=_id,up")) {
      String name = query.substring(0, query.indexOf('='));
      assertThat(
              admin("acme")
                  .get("/api/parcels?" + query)
                  .expectProblem(400, "invalid_request")
                  .at("/errors/0/pointer")
                  .asString())
          .isEqualTo(name);
    }
  }

  @Test
  void aHugeBodyIsRefusedUnread() {
    admin("acme")
        .post("/api/parcels", "{\"shopId\":\"" + "x".repeat(1_100_000) + "\"}")
        .expectProblem(413, "body_too_large");
  }

  @Test
  void theCorrelationIdComesBackAndAForgedOneDoesNot() {
    assertThat(
            api.send("GET", "/api/parcels", null, "X-Correlation-Id", "mine-1")
                .header("X-Correlation-Id"))
        .isEqualTo("mine-1");
    assertThat(
            api.send("GET", "/api/parcels", null, "X-Correlation-Id", "a b{}")
                .header("X-Correlation-Id"))
        .isNotEqualTo("a b{}");
  }

  @Test
  void fiftyRequestsWithOneKeyHaveOneEffect() throws Exception {
    Callable<String> request =
        () ->
            admin("keyed").post("/api/parcels", PARCEL, "Idempotency-Key", "one").response().body();
    List<String> answers;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      answers =
          threads.invokeAll(Collections.nCopies(50, request)).stream()
              .map(Future::resultNow)
              .toList();
    }

    assertThat(admin("keyed").get("/api/parcels").text("/totalItems")).isEqualTo("1");
    assertThat(
            answers.stream().filter(answer -> !answer.contains("request_in_progress")).distinct())
        .hasSize(1);
  }

  @Test
  void aKeyedRequestThatFailedAfterItsWriteIsRepeatedWithoutAnotherEffect() {
    Map<String, Object> parcel = Map.of("shopId", "stumbles", "weight", 3);
    admin("stumbling").post("/api/parcels", parcel, "Idempotency-Key", "two").expect(500);

    admin("stumbling").post("/api/parcels", parcel, "Idempotency-Key", "two").expect(201);

    assertThat(admin("stumbling").get("/api/parcels").text("/totalItems")).isEqualTo("1");
  }

  @Test
  void mutatingAndDeniedRequestsAreAudited() {
    admin("audited").post("/api/parcels", PARCEL, "X-Correlation-Id", "audit-1").expect(201);
    api.send("GET", "/api/parcels", null, "X-Correlation-Id", "audit-2").expect(401);

    var changed =
        broker.awaitPublished(
            RequestAudited.class, e -> "admin-of-audited".equals(e.userId()) && e.status() == 201);
    assertThat(changed.data().operation()).isEqualTo("POST /api/parcels");
    assertThat(changed.data().result()).isEqualTo("allowed");
    assertThat(changed.companyid()).isEqualTo("audited");
    assertThat(changed.correlationid()).isEqualTo("audit-1");
    broker.awaitPublished(
        RequestAudited.class, e -> e.result().equals("denied") && e.status() == 401);
  }

  @Test
  void aDatabaseThatIsAwayInAFilterIsAnOutageOfOursToo() {
    var answer = admin("away").post("/api/parcels", PARCEL, "X-Stumble", "yes");

    answer.expectProblem(503, "store_unavailable");
    assertThat(answer.header("Retry-After")).isEqualTo("2");
    var audited =
        broker.awaitPublished(RequestAudited.class, e -> "admin-of-away".equals(e.userId()));
    assertThat(audited.data().status()).isEqualTo(503);
    assertThat(audited.data().result()).isEqualTo("failed");
  }

  private TestApi admin(String companyId) {
    return api.as(TestTokens.companyAdmin(companyId));
  }
}
