package io.emporium.auth;

import static io.emporium.auth.People.PASSWORD;
import static io.emporium.auth.People.anEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.emporium.events.user.AccountThrottled;
import io.emporium.events.user.LoginFailed;
import io.emporium.events.user.RefreshReuseDetected;
import io.emporium.events.user.UserRegistered;
import io.emporium.events.user.UserSessionsRevoked;
import io.emporium.kit.security.Role;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestResponse;
import io.emporium.kit.testing.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class SignInIT {

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;
  @Autowired private MeterRegistry meters;
  private People people;

  @BeforeEach
  void people() {
    people = new People(api);
  }

  @Nested
  class Registering {

    @Test
    void letsACustomerInAndSaysSo() throws Exception {
      String email = anEmail();
      var answer = people.registers(email).expect(201);

      assertThat(answer.text("/user/role")).isEqualTo("customer");
      assertThat(answer.text("/user/status")).isEqualTo("active");
      assertThat(answer.text("/tokenType")).isEqualTo("Bearer");
      assertThat(answer.json().at("/expiresIn").asInt()).isEqualTo(900);
      assertThat(answer.header("Cache-Control")).contains("no-store");
      SignedJWT token = SignedJWT.parse(answer.text("/accessToken"));
      assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
      assertThat(token.getJWTClaimsSet().getClaims())
          .containsEntry("role", "customer")
          .containsEntry("email", email)
          .containsKeys("iss", "sub", "iat", "iat_ms", "exp", "jti", "shop_ids")
          .doesNotContainKey("company_id");
      assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("emporium");
      var event = broker.awaitPublished(UserRegistered.class, e -> e.email().equals(email));
      assertThat(event.data().userId()).isEqualTo(answer.text("/user/id"));
      assertThat(people.as(answer).get("/api/auth/me").expect(200).text("/email")).isEqualTo(email);
    }

    @Test
    void refusesATakenAddressInAnyCase() {
      String email = anEmail();
      people.registers(email).expect(201);

      people.registers(email.toUpperCase(Locale.ROOT)).expectProblem(409, "email_taken");
    }

    @Test
    void grantsNoRoleButCustomer() {
      var admin = Map.of("email", anEmail(), "password", PASSWORD, "role", "company_admin");
      api.post("/api/auth/register", admin).expectProblem(403, "role_not_allowed");
      var customer = Map.of("email", anEmail(), "password", PASSWORD, "role", "customer");
      api.post("/api/auth/register", customer).expect(201);
    }

    @Test
    void namesWhatIsWrong() {
      var weak = api.post("/api/auth/register", Map.of("email", anEmail(), "password", "short"));
      assertThat(weak.expectProblem(400, "invalid_request").at("/errors/0/pointer").asString())
          .isEqualTo("/password");
      var address = api.post("/api/auth/register", Map.of("email", "x", "password", PASSWORD));
      assertThat(address.expectProblem(400, "invalid_request").at("/errors/0/pointer").asString())
          .isEqualTo("/email");
    }

    @Test
    void acceptsPasswordsBeyondWhatBcryptReads() {
      String email = anEmail();
      String longOne = "ä".repeat(64) + "x".repeat(63);
      var body = Map.of("email", email, "password", longOne + "1");
      api.post("/api/auth/register", body).expect(201);

      people.signsIn(email, longOne + "2").expectProblem(401, "bad_credentials");
      people.signsIn(email, longOne + "1").expect(200);
    }
  }

  @Nested
  class Login {

    @Test
    void answersAlikeForAWrongPasswordAndAnUnknownAddress() {
      String email = anEmail();
      String userId = people.registers(email).expect(201).text("/user/id");

      var wrong = people.signsIn(email, "Wrong123!").expectProblem(401, "bad_credentials");
      var unknown = people.signsIn(anEmail(), PASSWORD).expectProblem(401, "bad_credentials");
      assertThat(wrong.at("/detail")).isEqualTo(unknown.at("/detail"));
      broker.awaitPublished(LoginFailed.class, e -> userId.equals(e.userId()));
    }

    @Test
    void makesAGuesserWaitThoughHeFinallyGuessesRight() {
      String email = anEmail();
      String userId = people.registers(email).expect(201).text("/user/id");
      for (int guess = 0; guess < 5; guess++) {
        people.signsIn(email, "Guess-" + guess).expectProblem(401, "bad_credentials");
      }

      var refused = people.signsIn(email, PASSWORD);
      refused.expectProblem(429, "too_many_attempts");
      assertThat(Long.parseLong(refused.header("Retry-After"))).isPositive();
      broker.awaitPublished(AccountThrottled.class, e -> e.userId().equals(userId));
    }

    @Test
    void letsTheOwnerInFromElsewhere() {
      String email = anEmail();
      people.registers(email).expect(201);
      for (int guess = 0; guess < 6; guess++) {
        people.signsIn(email, "Guess-" + guess);
      }

      people.signsInFrom("203.0.113.7", email, PASSWORD).expect(200);
    }

    @Test
    void strangersTogetherGetTenTriesAndKeepNoOwnerOut() {
      String email = anEmail();
      var owner = people.registers(email).expect(201);
      double before = checks();
      for (int guess = 0; guess < 40; guess++) {
        people.signsInFrom("203.0.113." + guess, email, "Guess-" + guess);
      }

      assertThat(checks() - before).isEqualTo(10);
      people.signsInFrom("203.0.113.200", email, PASSWORD).expectProblem(429, "too_many_attempts");
      // From where the owner has been before, and on a device that has been here before.
      people.signsIn(email, PASSWORD).expect(200);
      var body =
          Map.of(
              "email", email,
              "password", PASSWORD,
              "lastRefreshToken", owner.text("/refreshToken"));
      api.post("/api/auth/login", body, "X-Forwarded-For", "203.0.113.201").expect(200);
    }

    @Test
    void aNeighbourBehindTheSameAddressKeepsNoKnownDeviceOut() {
      String email = anEmail();
      var owner = people.registers(email).expect(201);
      for (int guess = 0; guess < 6; guess++) {
        people.signsIn(email, "Guess-" + guess);
      }
      people.signsIn(email, PASSWORD).expectProblem(429, "too_many_attempts");

      var body =
          Map.of(
              "email", email,
              "password", PASSWORD,
              "lastRefreshToken", owner.text("/refreshToken"));
      api.post("/api/auth/login", body).expect(200);
    }

    @Test
    void aTokenOfSomebodyElseMakesNoDeviceKnown() {
      String email = anEmail();
      people.registers(email).expect(201);
      String thiefs = people.registers(anEmail()).expect(201).text("/refreshToken");
      double before = checks();
      for (int guess = 0; guess < 15; guess++) {
        var body = Map.of("email", email, "password", "Guess-" + guess, "lastRefreshToken", thiefs);
        api.post("/api/auth/login", body, "X-Forwarded-For", "203.0.114." + guess);
      }

      assertThat(checks() - before).isEqualTo(10);
    }

    @Test
    void guessesThatComeAllAtOnceAreCountedBeforeTheyAreTried() throws Exception {
      String email = anEmail();
      people.registers(email).expect(201);
      double before = checks();
      AtomicInteger address = new AtomicInteger();
      Callable<Integer> guess =
          () ->
              people
                  .signsInFrom("203.0.115." + address.getAndIncrement(), email, "Wrong-123")
                  .response()
                  .statusCode();

      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        assertThat(
                threads.invokeAll(Collections.nCopies(40, guess)).stream().map(Future::resultNow))
            .containsOnly(401, 429);
      }

      assertThat(checks() - before).isEqualTo(10);
    }

    @Test
    void triesOnePasswordForAKnownAndForAnUnknownAddress() {
      String known = anEmail();
      people.registers(known).expect(201);

      for (String email : List.of(known, anEmail())) {
        double before = checks();
        people.signsInFrom("203.0.116.1", email, "Wrong-123").expectProblem(401, "bad_credentials");
        assertThat(checks() - before).as(email).isEqualTo(1);
      }
    }

    @Test
    void theUnknownAreThrottledLikeTheKnown() {
      String known = anEmail();
      people.registers(known).expect(201);

      for (String email : List.of(known, anEmail())) {
        for (int guess = 0; guess < 5; guess++) {
          people.signsInFrom("203.0.116.2", email, "Wrong-123").expect(401);
        }
        people
            .signsInFrom("203.0.116.2", email, "Wrong-123")
            .expectProblem(429, "too_many_attempts");
      }
    }

    @Test
    void worksWithAnOldOrForgedTokenInHand() {
      String email = anEmail();
      var session = people.registers(email).expect(201);
      TestApi old = api.as("expired-or-forged");

      old.post("/api/auth/login", Map.of("email", email, "password", PASSWORD)).expect(200);
      old.post("/api/auth/refresh", Map.of("refreshToken", session.text("/refreshToken")))
          .expect(200);
      old.post("/api/auth/register", Map.of("email", anEmail(), "password", PASSWORD)).expect(201);
      old.get("/api/auth/me").expectProblem(401, "unauthenticated");
    }

    private double checks() {
      return meters.counter("emporium.auth.password.checks").count();
    }

    @Test
    void worksForTheFirstSuperAdmin() {
      assertThat(people.superAdmin().get("/api/auth/me").expect(200).text("/role"))
          .isEqualTo("super_admin");
    }
  }

  @Nested
  class Refresh {

    @Test
    void spendsEachTokenOnce() {
      var first = people.registers(anEmail()).expect(201);
      var second = people.refreshes(first.text("/refreshToken")).expect(200);
      var third = people.refreshes(second.text("/refreshToken")).expect(200);

      assertThat(third.text("/refreshToken")).isNotEqualTo(second.text("/refreshToken"));
      people.as(third).get("/api/auth/me").expect(200);
    }

    @Test
    void endsTheFamilyWhenASpentTokenComesBack() {
      var first = people.registers(anEmail()).expect(201);
      String userId = first.text("/user/id");
      var second = people.refreshes(first.text("/refreshToken")).expect(200);
      var third = people.refreshes(second.text("/refreshToken")).expect(200);

      people.refreshes(first.text("/refreshToken")).expectProblem(401, "invalid_refresh_token");
      people.refreshes(third.text("/refreshToken")).expectProblem(401, "invalid_refresh_token");
      broker.awaitPublished(RefreshReuseDetected.class, e -> e.userId().equals(userId));
    }

    @Test
    void givesTheSameSuccessorAgainWhenTheAnswerWasLost() {
      var first = people.registers(anEmail()).expect(201);
      var lost = people.refreshes(first.text("/refreshToken")).expect(200);

      var again = people.refreshes(first.text("/refreshToken")).expect(200);

      assertThat(again.text("/refreshToken")).isEqualTo(lost.text("/refreshToken"));
      people.refreshes(again.text("/refreshToken")).expect(200);
    }

    @Test
    void aHundredAtOnceLeaveOneLivingFamilyThatALaterReplayEnds() throws Exception {
      var first = people.registers(anEmail()).expect(201);
      Callable<TestResponse> refresh = () -> people.refreshes(first.text("/refreshToken"));

      List<String> successors;
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        successors =
            threads.invokeAll(Collections.nCopies(100, refresh)).stream()
                .map(answer -> answer.resultNow().expect(200).text("/refreshToken"))
                .distinct()
                .toList();
      }

      assertThat(successors).hasSize(1);
      var living = people.refreshes(successors.getFirst()).expect(200);
      people.as(living).get("/api/auth/me").expect(200);
      assertThat(
              people
                  .as(living)
                  .get("/api/auth/sessions")
                  .expect(200)
                  .json()
                  .at("/totalItems")
                  .asInt())
          .isEqualTo(1);

      people.refreshes(first.text("/refreshToken")).expectProblem(401, "invalid_refresh_token");
      people.refreshes(living.text("/refreshToken")).expectProblem(401, "invalid_refresh_token");
      await()
          .atMost(Duration.ofSeconds(5))
          .untilAsserted(() -> people.as(living).get("/api/auth/me").expect(401));
    }

    @Test
    void refusesWhatNeverWasAToken() {
      people.refreshes("nonsense").expectProblem(401, "invalid_refresh_token");
      people.refreshes("unknown." + "a".repeat(43)).expectProblem(401, "invalid_refresh_token");
    }
  }

  @Nested
  class SignOut {

    @Test
    void endsThisSessionAlone() {
      String email = anEmail();
      var here = people.registers(email).expect(201);
      var there = people.signsIn(email, PASSWORD).expect(200);

      var body = Map.of("refreshToken", here.text("/refreshToken"));
      api.post("/api/auth/logout", body).expect(204);

      people.refreshes(here.text("/refreshToken")).expectProblem(401, "invalid_refresh_token");
      people.refreshes(there.text("/refreshToken")).expect(200);
    }

    @Test
    void endsTheSessionOfTheTokenSpentLast() {
      var lost = people.registers(anEmail()).expect(201);
      var current = people.refreshes(lost.text("/refreshToken")).expect(200);

      var body = Map.of("refreshToken", lost.text("/refreshToken"));
      api.post("/api/auth/logout", body).expect(204);

      people.refreshes(current.text("/refreshToken")).expectProblem(401, "invalid_refresh_token");
    }

    @Test
    void endsAllSessionsAndVoidsTheirTokens() {
      String email = anEmail();
      var here = people.registers(email).expect(201);
      var there = people.signsIn(email, PASSWORD).expect(200);

      people.as(here).post("/api/auth/logout-all", null).expect(204);

      people.refreshes(there.text("/refreshToken")).expectProblem(401, "invalid_refresh_token");
      await().untilAsserted(() -> people.as(there).get("/api/auth/me").expect(401));
      people.as(people.signsIn(email, PASSWORD).expect(200)).get("/api/auth/me").expect(200);
    }

    @Test
    void endsAChosenSession() {
      String email = anEmail();
      var here = people.registers(email).expect(201);
      var there = people.signsIn(email, PASSWORD).expect(200);
      var sessions = people.as(here).get("/api/auth/sessions").expect(200);
      assertThat(sessions.json().at("/totalItems").asInt()).isEqualTo(2);

      assertThat(sessions.text("/items/0/current")).isEqualTo("false");
      assertThat(sessions.text("/items/1/current")).isEqualTo("true");
      String latest = sessions.text("/items/0/id");
      var stranger = people.as(people.registers(anEmail()).expect(201));
      stranger.delete("/api/auth/sessions/" + latest).expect(404);
      people.as(here).delete("/api/auth/sessions/" + latest).expect(204);

      people.refreshes(there.text("/refreshToken")).expectProblem(401, "invalid_refresh_token");
      await()
          .atMost(Duration.ofSeconds(5))
          .untilAsserted(() -> people.as(there).get("/api/auth/me").expect(401));
      people.as(here).get("/api/auth/me").expect(200);
    }
  }

  @Nested
  class PasswordChange {

    @Test
    void endsAllSessionsAndStartsANewOne() {
      String email = anEmail();
      var before = people.registers(email).expect(201);
      String userId = before.text("/user/id");
      var body = Map.of("currentPassword", PASSWORD, "newPassword", "Better-456");

      var after = people.as(before).post("/api/auth/password/change", body).expect(200);

      broker.awaitPublished(
          UserSessionsRevoked.class,
          e -> e.userId().equals(userId) && e.reason().equals("password_changed"));
      people.refreshes(before.text("/refreshToken")).expectProblem(401, "invalid_refresh_token");
      await().untilAsserted(() -> people.as(before).get("/api/auth/me").expect(401));
      people.as(after).get("/api/auth/me").expect(200);
      people.signsIn(email, PASSWORD).expectProblem(401, "bad_credentials");
      people.signsIn(email, "Better-456").expect(200);
    }

    @Test
    void leavesNoSecretWithTheIdempotencyKey() {
      var before = people.registers(anEmail()).expect(201);
      var body = Map.of("currentPassword", PASSWORD, "newPassword", "Better-456");

      var after =
          people
              .as(before)
              .post("/api/auth/password/change", body, "Idempotency-Key", "change-1")
              .expect(200);

      // A stored answer would hand out the tokens once more.
      people
          .as(after)
          .post("/api/auth/password/change", body, "Idempotency-Key", "change-1")
          .expectProblem(401, "bad_credentials");
    }

    @Test
    void needsTheOldPassword() {
      var me = people.as(people.registers(anEmail()).expect(201));
      var body = Map.of("currentPassword", "Wrong123!", "newPassword", "Better-456");
      me.post("/api/auth/password/change", body).expectProblem(401, "bad_credentials");
    }
  }

  @Nested
  class Keys {

    @Test
    void areServedTwoAtLeastAndVerifyWhatWasSigned() throws Exception {
      var answer = people.registers(anEmail()).expect(201);
      SignedJWT token = SignedJWT.parse(answer.text("/accessToken"));

      JWKSet keys = JWKSet.parse(api.get("/api/auth/jwks").expect(200).response().body());

      assertThat(keys.getKeys()).hasSizeGreaterThanOrEqualTo(2);
      assertThat(keys.containsNonPublicKeys()).isFalse();
      var key = keys.getKeyByKeyId(token.getHeader().getKeyID());
      assertThat(token.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
    }

    @Test
    void ofOthersAreNotBelieved() {
      api.as(TestTokens.token("super-1", Role.SUPER_ADMIN, claims -> {}))
          .get("/api/users")
          .expectProblem(401, "unauthenticated");
    }
  }
}
