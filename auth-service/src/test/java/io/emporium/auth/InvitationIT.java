package io.emporium.auth;

import static io.emporium.auth.People.PASSWORD;
import static io.emporium.auth.People.anEmail;
import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.events.user.UserRegistered;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestResponse;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class InvitationIT {

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;
  private People people;
  private Mailbox mailbox;
  private TestApi superAdmin;
  private TestApi admin;
  private String companyId;

  @BeforeEach
  void aCompanyWithAnAdmin() {
    people = new People(api);
    mailbox = new Mailbox(broker);
    superAdmin = people.superAdmin();
    companyId = "company-" + UUID.randomUUID();
    admin = people.added(superAdmin, "company_admin", companyId);
  }

  @Test
  void whoAcceptsIsInWithTheRoleThatWasPromised() {
    String email = anEmail();
    var invited = invites(admin, email, "shop_manager", null, "s1").expect(201);
    assertThat(invited.response().body()).doesNotContain("token", "digest");
    assertThat(invited.header("Location"))
        .isEqualTo("/api/users/invitations/" + invited.text("/id"));
    String token = mailbox.token(email, "invitation");

    var accepted = accepts(token).expect(201);

    assertThat(accepted.text("/user/role")).isEqualTo("shop_manager");
    assertThat(accepted.text("/user/companyId")).isEqualTo(companyId);
    assertThat(accepted.text("/user/shopIds/0")).isEqualTo("s1");
    assertThat(accepted.text("/user/emailVerified")).isEqualTo("true");
    people.as(accepted).get("/api/auth/me").expect(200);
    people.signsIn(email, PASSWORD).expect(200);
    broker.awaitPublished(UserRegistered.class, event -> event.email().equals(email));
    assertThat(read(admin, invited.text("/id")).expect(200).text("/status")).isEqualTo("accepted");
    accepts(token).expectProblem(422, "invalid_token");
  }

  @Test
  void ofManyWhoAcceptAtOnceOneIsIn() throws Exception {
    String email = anEmail();
    invites(admin, email, "shop_staff", null).expect(201);
    String token = mailbox.token(email, "invitation");

    Callable<Integer> accept = () -> accepts(token).response().statusCode();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(threads.invokeAll(Collections.nCopies(8, accept)).stream().map(Future::resultNow))
          .containsOnlyOnce(201)
          .allMatch(status -> status == 201 || status == 422 || status == 409);
    }
  }

  @Test
  void oneThatWasRevokedOpensNothing() {
    String email = anEmail();
    String id = invites(admin, email, "shop_staff", null).expect(201).text("/id");
    String token = mailbox.token(email, "invitation");

    admin.post("/api/users/invitations/" + id + "/revoke", null).expect(200);

    accepts(token).expectProblem(422, "invalid_token");
    admin.post("/api/users/invitations/" + id + "/resend", null).expectProblem(409, "not_pending");
    invites(admin, email, "shop_staff", null).expect(201);
  }

  @Test
  void oneAddressIsInvitedOnceAtATimeAndNotInARow() {
    String email = anEmail();
    String id = invites(admin, email, "shop_staff", null).expect(201).text("/id");

    invites(admin, email.toUpperCase(Locale.ROOT), "shop_staff", null)
        .expectProblem(409, "already_invited");
    admin
        .post("/api/users/invitations/" + id + "/resend", null)
        .expectProblem(429, "sent_just_now");
    String taken = admin.get("/api/auth/me").expect(200).text("/email");
    invites(admin, taken, "shop_staff", null).expectProblem(409, "email_taken");
  }

  @Test
  void aRepeatedRequestIsAnsweredWithTheFirstAnswer() {
    String email = anEmail();
    var body = body(email, "shop_staff", null);
    var first = admin.post("/api/users/invitations", body, "Idempotency-Key", "i").expect(201);
    var second = admin.post("/api/users/invitations", body, "Idempotency-Key", "i").expect(201);

    assertThat(second.text("/id")).isEqualTo(first.text("/id"));
    mailbox.token(email, "invitation");
    assertThat(mailbox.tokens(email, "invitation")).hasSize(1);
  }

  @Test
  void whatTheInviterCannotGrantAnyMoreIsNotGranted() {
    TestApi second = people.added(superAdmin, "company_admin", companyId);
    String secondId = second.get("/api/auth/me").expect(200).text("/id");
    String email = anEmail();
    invites(second, email, "shop_manager", null).expect(201);
    String token = mailbox.token(email, "invitation");

    admin.post("/api/users/" + secondId + "/role", Map.of("role", "shop_staff")).expect(200);

    accepts(token).expectProblem(422, "invalid_token");
  }

  @Test
  void anAddressThatGotAnAccountOtherwiseKeepsIt() {
    String email = anEmail();
    invites(admin, email, "shop_staff", null).expect(201);
    String token = mailbox.token(email, "invitation");
    people.registers(email).expect(201);

    accepts(token).expectProblem(409, "email_taken");
  }

  @Test
  void thoseOfAnotherCompanyLookLikeNone() {
    String id = invites(admin, anEmail(), "shop_staff", null).expect(201).text("/id");
    TestApi foreign = people.added(superAdmin, "company_admin", "other-" + companyId);

    read(foreign, id).expectProblem(404, "invitation_not_found");
    foreign.post("/api/users/invitations/" + id + "/revoke", null).expect(404);
    foreign.post("/api/users/invitations/" + id + "/resend", null).expect(404);
    assertThat(total(foreign, "")).isZero();
    assertThat(total(admin, "?status=pending")).isEqualTo(1);
    assertThat(total(admin, "?status=revoked")).isZero();
    admin.get("/api/users/invitations?status=lost").expectProblem(400, "invalid_request");
  }

  @Test
  void namesWhatIsWrong() {
    assertThat(
            invites(admin, "nonsense", "shop_staff", null)
                .expectProblem(400, "invalid_request")
                .at("/errors/0/pointer")
                .asString())
        .isEqualTo("/email");
    invites(superAdmin, anEmail(), "company_admin", null).expectProblem(422, "role_does_not_fit");
    accepts("nonsense").expectProblem(422, "invalid_token");
  }

  private static int total(TestApi caller, String query) {
    return caller
        .get("/api/users/invitations" + query)
        .expect(200)
        .json()
        .at("/totalItems")
        .asInt();
  }

  private static TestResponse read(TestApi caller, String id) {
    return caller.get("/api/users/invitations/" + id);
  }

  private static TestResponse invites(
      TestApi caller, String email, String role, String company, String... shops) {
    return caller.post("/api/users/invitations", body(email, role, company, shops));
  }

  private static Map<String, Object> body(
      String email, String role, String company, String... shops) {
    Map<String, Object> body = new HashMap<>();
    body.put("email", email);
    body.put("role", role);
    body.put("shopIds", List.of(shops));
    if (company != null) {
      body.put("companyId", company);
    }
    return body;
  }

  private TestResponse accepts(String token) {
    return api.post("/api/auth/invitations/accept", Map.of("token", token, "password", PASSWORD));
  }
}
