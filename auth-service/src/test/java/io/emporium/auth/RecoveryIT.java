package io.emporium.auth;

import static io.emporium.auth.People.PASSWORD;
import static io.emporium.auth.People.anEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.auth.account.Account;
import io.emporium.events.Envelope;
import io.emporium.events.Fact;
import io.emporium.events.user.MailPasswordReset;
import io.emporium.events.user.UserEmailVerified;
import io.emporium.events.user.UserSessionsRevoked;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import io.emporium.kit.tenancy.TenantCriteria;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

@ServiceTest
class RecoveryIT {

  private static final String NEW_PASSWORD = "Better-456";

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;
  @Autowired private AggregateStore<Account> accounts;
  @Autowired private MongoTemplate mongo;
  private People people;
  private Mailbox mailbox;

  @BeforeEach
  void people() {
    people = new People(api);
    mailbox = new Mailbox(broker);
  }

  @Nested
  class Address {

    @Test
    void isProvedByTheLetterThatComesWithTheRegistration() {
      String email = anEmail();
      var me = people.as(people.registers(email).expect(201));
      assertThat(me.get("/api/auth/me").text("/emailVerified")).isEqualTo("false");

      verifies(mailbox.token(email, "verify_email")).expect(204);

      broker.awaitPublished(UserEmailVerified.class, event -> event.email().equals(email));
      assertThat(me.get("/api/auth/me").text("/emailVerified")).isEqualTo("true");
      verifies(mailbox.token(email, "verify_email")).expectProblem(422, "invalid_token");
      me.post("/api/auth/email/verification", null).expectProblem(409, "already_verified");
    }

    @Test
    void isNotFloodedWithLetters() {
      String email = anEmail();
      var me = people.as(people.registers(email).expect(201));
      mailbox.token(email, "verify_email");

      me.post("/api/auth/email/verification", null).expect(202);
      me.post("/api/auth/email/verification", null).expect(202);

      assertThat(mailbox.tokens(email, "verify_email")).hasSize(1);
    }
  }

  @Nested
  class Forgotten {

    @Test
    void anAddressWithoutAnAccountIsAnsweredLikeOneThatHasOneAndMakesTheSameWork() {
      String known = anEmail();
      people.registers(known).expect(201);
      String unknown = anEmail();

      for (String email : List.of(known, unknown)) {
        var answer = forgets(email).expect(202);
        assertThat(answer.response().body()).isEmpty();
        // All that the request does is to write this down.
        broker.awaitPublished(MailPasswordReset.class, asked -> asked.email().equals(email));
      }

      assertThat(mailbox.token(known, "reset_password")).startsWith("pr_");
      await().until(() -> broker.depth("auth.password-resets") == 0);
      assertThat(mailbox.tokens(unknown, "reset_password")).isEmpty();
    }

    @Test
    void aRepeatedCommandWritesOneLetter() {
      String email = anEmail();
      people.registers(email).expect(201);

      Envelope<?> command = broker.deliver(null, new MailPasswordReset(email));
      broker.deliver(command);
      broker.deliver(null, new MailPasswordReset(email.toUpperCase(Locale.ROOT)));

      mailbox.token(email, "reset_password");
      await().until(() -> broker.depth("auth.password-resets") == 0);
      assertThat(mailbox.tokens(email, "reset_password")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"type\":\"user.mail_password_reset\"}", "null"})
    void poisonIsParkedAndLettersGoOn(String body) {
      String email = anEmail();
      people.registers(email).expect(201);
      int parked = broker.depth("auth.parking");

      broker.deliverRaw(MailPasswordReset.class, body.getBytes(StandardCharsets.UTF_8), "poison");
      broker.deliver(null, new MailPasswordReset(email));

      mailbox.token(email, "reset_password");
      await().until(() -> broker.depth("auth.parking") == parked + 1);
    }

    @Test
    void aCommandThatComesBeforeItsAccountIsWrittenOffQuietly() {
      String email = anEmail();
      int parked = broker.depth("auth.parking");
      broker.deliver(null, new MailPasswordReset(email));
      await().until(() -> broker.depth("auth.password-resets") == 0);

      people.registers(email).expect(201);

      assertThat(mailbox.tokens(email, "reset_password")).isEmpty();
      assertThat(broker.depth("auth.parking")).isEqualTo(parked);
    }

    @Test
    void namesABadAddress() {
      assertThat(
              api.post("/api/auth/password/forgot", Map.of("email", "nonsense"))
                  .expectProblem(400, "invalid_request")
                  .at("/errors/0/pointer")
                  .asString())
          .isEqualTo("/email");
    }
  }

  @Nested
  class Reset {

    @Test
    void setsThePasswordOnceAndEndsAllSessions() {
      String email = anEmail();
      var before = people.registers(email).expect(201);
      forgets(email).expect(202);
      String token = mailbox.token(email, "reset_password");

      var after = resets(token, NEW_PASSWORD).expect(200);

      String userId = before.text("/user/id");
      broker.awaitPublished(
          UserSessionsRevoked.class,
          event -> event.userId().equals(userId) && event.reason().equals("password_reset"));
      people.refreshes(before.text("/refreshToken")).expectProblem(401, "invalid_refresh_token");
      await().untilAsserted(() -> people.as(before).get("/api/auth/me").expect(401));
      assertThat(people.as(after).get("/api/auth/me").expect(200).text("/emailVerified"))
          .isEqualTo("true");
      people.signsIn(email, PASSWORD).expectProblem(401, "bad_credentials");
      people.signsIn(email, NEW_PASSWORD).expect(200);
      resets(token, "Another-789").expectProblem(422, "invalid_token");
    }

    @Test
    void ofManyAtOnceOneSucceeds() throws Exception {
      String email = anEmail();
      people.registers(email).expect(201);
      forgets(email).expect(202);
      String token = mailbox.token(email, "reset_password");

      Callable<Integer> reset = () -> resets(token, NEW_PASSWORD).response().statusCode();
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        assertThat(threads.invokeAll(Collections.nCopies(8, reset)).stream().map(Future::resultNow))
            .containsOnlyOnce(200)
            .containsOnly(200, 422);
      }
    }

    @Test
    void takesNoTokenOfAnotherKindAndNoneOfAnybodyElse() {
      String email = anEmail();
      String userId = people.registers(email).expect(201).text("/user/id");
      String verify = mailbox.token(email, "verify_email");
      String other = anEmail();
      people.registers(other).expect(201);
      forgets(other).expect(202);
      String ofOther = mailbox.token(other, "reset_password");

      resets(verify, NEW_PASSWORD).expectProblem(422, "invalid_token");
      resets(verify.replaceFirst("^ev", "pr"), NEW_PASSWORD).expectProblem(422, "invalid_token");
      String secret = ofOther.substring(ofOther.indexOf('.'));
      resets("pr_" + userId + secret, NEW_PASSWORD).expectProblem(422, "invalid_token");
      resets("pr_unknown" + secret, NEW_PASSWORD).expectProblem(422, "invalid_token");
      resets("nonsense", NEW_PASSWORD).expectProblem(422, "invalid_token");
      people.signsIn(email, PASSWORD).expect(200);
    }

    @Test
    void namesAWeakPassword() {
      assertThat(
              resets("pr_x", "short")
                  .expectProblem(400, "invalid_request")
                  .at("/errors/0/pointer")
                  .asString())
          .isEqualTo("/newPassword");
    }
  }

  @Test
  void secretsAreNeitherStoredNorTold() {
    String email = anEmail();
    String userId = people.registers(email).expect(201).text("/user/id");
    forgets(email).expect(202);
    String secret = secretOf(mailbox.token(email, "reset_password"));
    String other = secretOf(mailbox.token(email, "verify_email"));

    await()
        .until(
            () ->
                mongo
                    .getCollection("accounts")
                    .find(new Document("_id", userId).append("outboxPending", null))
                    .comment(TenantCriteria.PLATFORM_COMMENT)
                    .first(),
            account ->
                account != null
                    && !account.toJson().contains(secret)
                    && !account.toJson().contains(other));
    assertThat(accounts.get(Scope.platform(), userId).emailVerified()).isFalse();
    assertThat(broker.published(Fact.class, fact -> fact.toString().contains(secret))).isEmpty();
  }

  private static String secretOf(String token) {
    return token.substring(token.indexOf('.') + 1);
  }

  private TestResponse verifies(String token) {
    return api.post("/api/auth/email/verify", Map.of("token", token));
  }

  private TestResponse forgets(String email) {
    return api.post(
        "/api/auth/password/forgot",
        Map.of("email", email),
        "X-Forwarded-For",
        "198.51.100." + Math.floorMod(email.hashCode(), 250));
  }

  private TestResponse resets(String token, String password) {
    return api.post("/api/auth/password/reset", Map.of("token", token, "newPassword", password));
  }
}
