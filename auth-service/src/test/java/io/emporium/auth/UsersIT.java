package io.emporium.auth;

import static io.emporium.auth.People.PASSWORD;
import static io.emporium.auth.People.anEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.events.Message;
import io.emporium.events.company.CompanyActivated;
import io.emporium.events.company.CompanySnapshot;
import io.emporium.events.company.CompanySuspended;
import io.emporium.events.shop.ShopStaffAssigned;
import io.emporium.events.shop.ShopStaffRemoved;
import io.emporium.events.user.CompanySessionsRevoked;
import io.emporium.events.user.UserDisabled;
import io.emporium.events.user.UserRoleChanged;
import io.emporium.kit.testing.SampleCompany;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class UsersIT {

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;
  private People people;
  private TestApi superAdmin;
  private String companyId;
  private TestApi admin;

  @BeforeEach
  void aCompanyWithAnAdmin() {
    people = new People(api);
    superAdmin = people.superAdmin();
    companyId = "company-" + UUID.randomUUID();
    admin = people.added(superAdmin, "company_admin", companyId);
  }

  @Nested
  class Create {

    @Test
    void addsPeopleToTheOwnCompany() {
      var created =
          admin
              .post("/api/users", People.user(anEmail(), "shop_manager", null, "shop-1"))
              .expect(201);

      assertThat(created.text("/companyId")).isEqualTo(companyId);
      assertThat(created.text("/shopIds/0")).isEqualTo("shop-1");
      assertThat(created.header("Location")).isEqualTo("/api/users/" + created.text("/id"));
    }

    @Test
    void grantsNothingThatTheCallerLacks() {
      admin
          .post("/api/users", People.user(anEmail(), "super_admin", null))
          .expectProblem(403, "role_not_allowed");
      admin
          .post("/api/users", People.user(anEmail(), "shop_staff", "another"))
          .expectProblem(403, "company_not_allowed");
      people
          .added(admin, "shop_manager", companyId)
          .post("/api/users", People.user(anEmail(), "shop_staff", null))
          .expectProblem(403, "forbidden");
      superAdmin
          .post("/api/users", People.user(anEmail(), "company_admin", null))
          .expectProblem(422, "role_does_not_fit");
    }

    @Test
    void answersARepeatedRequestWithTheFirstAnswer() {
      var body = People.user(anEmail(), "shop_staff", null);
      var first = admin.post("/api/users", body, "Idempotency-Key", "add-1").expect(201);
      var second = admin.post("/api/users", body, "Idempotency-Key", "add-1").expect(201);
      assertThat(second.text("/id")).isEqualTo(first.text("/id"));
      admin.post("/api/users", body).expectProblem(409, "email_taken");
    }
  }

  @Nested
  class Scope {

    @Test
    void peopleOfAnotherCompanyLookLikeNobody() {
      TestApi foreign = people.added(superAdmin, "company_admin", "other-" + companyId);
      String id = idOf(admin);

      foreign.get("/api/users/" + id).expectProblem(404, "account_not_found");
      foreign.patch("/api/users/" + id, Map.of("fullName", "X")).expect(404);
      foreign.post("/api/users/" + id + "/disable", null).expect(404);
      foreign.post("/api/users/" + id + "/role", Map.of("role", "shop_staff")).expect(404);
      assertThat(foreign.get("/api/users").expect(200).json().at("/totalItems").asInt())
          .isEqualTo(1);
    }

    @Test
    void aSuperAdminSeesAllAndFilters() {
      String email = superAdmin.get("/api/users/" + idOf(admin)).expect(200).text("/email");
      var found = superAdmin.get("/api/users?role=company_admin&email=" + email).expect(200);
      assertThat(found.json().at("/totalItems").asInt()).isEqualTo(1);
      superAdmin.get("/api/users?role=king").expectProblem(400, "invalid_request");
    }
  }

  @Nested
  class Access {

    @Test
    void disablingEndsSessionsAndEnablingLetsInAgain() {
      String email = anEmail();
      String id =
          admin.post("/api/users", People.user(email, "shop_staff", null)).expect(201).text("/id");
      var session = people.signsIn(email, PASSWORD).expect(200);

      admin.post("/api/users/" + id + "/disable", null).expect(200);

      broker.awaitPublished(UserDisabled.class, e -> e.userId().equals(id));
      people.refreshes(session.text("/refreshToken")).expectProblem(401, "invalid_refresh_token");
      await().untilAsserted(() -> people.as(session).get("/api/auth/me").expect(401));
      people.signsIn(email, PASSWORD).expectProblem(403, "account_disabled");
      admin.post("/api/users/" + id + "/enable", null).expect(200);
      people.signsIn(email, PASSWORD).expect(200);
    }

    @Test
    void aNewRoleEndsSessionsAndIsSaid() {
      String email = anEmail();
      String id =
          admin
              .post("/api/users", People.user(email, "shop_manager", null, "s1"))
              .expect(201)
              .text("/id");
      var session = people.signsIn(email, PASSWORD).expect(200);

      var changed =
          admin
              .post(
                  "/api/users/" + id + "/role",
                  Map.of("role", "shop_staff", "shopIds", List.of("s2")))
              .expect(200);

      assertThat(changed.text("/role")).isEqualTo("shop_staff");
      var event = broker.awaitPublished(UserRoleChanged.class, e -> e.userId().equals(id));
      assertThat(event.data().previousRole()).isEqualTo("shop_manager");
      people.refreshes(session.text("/refreshToken")).expectProblem(401, "invalid_refresh_token");
    }

    @Test
    void aRoleChangesWithoutTheShopsWhereTheyAreLeftOut() {
      String id =
          admin
              .post("/api/users", People.user(anEmail(), "shop_staff", null, "s1"))
              .expect(201)
              .text("/id");

      var promoted =
          admin.post("/api/users/" + id + "/role", Map.of("role", "shop_manager")).expect(200);
      assertThat(promoted.text("/shopIds/0")).isEqualTo("s1");

      var raised =
          admin.post("/api/users/" + id + "/role", Map.of("role", "company_admin")).expect(200);
      assertThat(raised.json().path("shopIds")).isEmpty();
    }

    @Test
    void whoeverDescribesThemselvesOverwritesNoNewerDescription() {
      String me = "/api/auth/me";
      String seen = "\"" + admin.get(me).expect(200).text("/version") + "\"";
      admin.patch(me, Map.of("fullName", "First"), "If-Match", seen).expect(200);

      admin.patch(me, Map.of("fullName", "Second"), "If-Match", seen).expect(412);
    }

    @Test
    void whoeverAssignsShopsOverwritesNoNewerAssignment() {
      var added =
          admin.post("/api/users", People.user(anEmail(), "shop_staff", null, "s1")).expect(201);
      String role = "/api/users/" + added.text("/id") + "/role";
      String seen = added.header("ETag");
      admin.post(role, inShops("s1", "s2"), "If-Match", seen).expect(200);

      admin.post(role, inShops("s1", "s3"), "If-Match", seen).expectProblem(412, "stale_version");

      var unconditional = admin.post(role, inShops("s1", "s3")).expect(200);
      assertThat(unconditional.text("/shopIds/1")).isEqualTo("s3");
    }

    private static Map<String, Object> inShops(String... shops) {
      return Map.of("role", "shop_staff", "shopIds", List.of(shops));
    }

    @Test
    void theLastAdminStays() {
      String id = idOf(admin);
      admin.post("/api/users/" + id + "/disable", null).expectProblem(409, "last_admin");
      admin
          .post("/api/users/" + id + "/role", Map.of("role", "shop_staff"))
          .expectProblem(409, "last_admin");
      superAdmin
          .post("/api/users/" + idOf(superAdmin) + "/disable", null)
          .expectProblem(409, "last_admin");

      people.added(admin, "company_admin", companyId);
      superAdmin.post("/api/users/" + id + "/disable", null).expect(200);
    }
  }

  @Nested
  class LastAdmins {

    @RepeatedTest(10)
    void whoRemoveEachOtherAtOnceLeaveOne() throws Exception {
      TestApi other = people.added(admin, "company_admin", companyId);
      String one = idOf(admin);
      String two = idOf(other);
      List<Callable<Integer>> removals =
          List.of(
              () -> demotes(admin, two),
              () -> demotes(other, one),
              () -> disables(admin, two),
              () -> disables(superAdmin, one));

      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        assertThat(threads.invokeAll(removals).stream().map(Future::resultNow))
            .allMatch(status -> Set.of(200, 409, 401, 403).contains(status));
      }

      var left =
          superAdmin
              .get("/api/users?role=company_admin&status=active")
              .expect(200)
              .json()
              .at("/items");
      assertThat(
              left.valueStream().filter(user -> companyId.equals(user.at("/companyId").asString())))
          .hasSize(1);
    }

    private static int demotes(TestApi caller, String id) {
      return caller
          .post("/api/users/" + id + "/role", Map.of("role", "shop_staff"))
          .response()
          .statusCode();
    }

    private static int disables(TestApi caller, String id) {
      return caller.post("/api/users/" + id + "/disable", null).response().statusCode();
    }
  }

  @Nested
  class Company {

    @Test
    void suspensionKeepsItsPeopleOutUntilItIsActiveAgain() {
      String email = anEmail();
      admin.post("/api/users", People.user(email, "shop_staff", null)).expect(201);
      var session = people.signsIn(email, PASSWORD).expect(200);
      CompanySnapshot company = company();

      broker.deliver(
          TestBroker.envelope(
              companyId, companyId, 2, new CompanySuspended(company, "unpaid", Instant.now())));

      await()
          .untilAsserted(
              () -> people.signsIn(email, PASSWORD).expectProblem(403, "company_suspended"));
      people.refreshes(session.text("/refreshToken")).expect(401);
      // Said once more by who issues tokens: none slips through between the two moments.
      broker.awaitPublished(
          CompanySessionsRevoked.class, event -> event.companyId().equals(companyId));
      await().untilAsserted(() -> people.as(session).get("/api/auth/me").expect(401));
      var activated = TestBroker.envelope(companyId, companyId, 3, new CompanyActivated(company));
      broker.deliver(activated);
      await().untilAsserted(() -> people.signsIn(email, PASSWORD).expect(200));

      // Late and repeated news changes nothing.
      broker.deliver(
          TestBroker.envelope(
              companyId, companyId, 2, new CompanySuspended(company, "unpaid", Instant.now())));
      broker.deliver(activated);
      await().untilAsserted(() -> assertThat(broker.depth("auth.companies")).isZero());
      people.signsIn(email, PASSWORD).expect(200);
    }

    @Test
    void shopAssignmentsChangeWhereSomebodyWorks() {
      String id =
          admin
              .post("/api/users", People.user(anEmail(), "shop_staff", null, "s1"))
              .expect(201)
              .text("/id");

      var assigned = broker.deliver(companyId, new ShopStaffAssigned("s2", id, "shop_staff"));
      broker.deliver(assigned);
      await().untilAsserted(() -> assertThat(shopsOf(id)).isEqualTo("[\"s1\",\"s2\"]"));
      broker.deliver(companyId, new ShopStaffRemoved("s1", id));
      await().untilAsserted(() -> assertThat(shopsOf(id)).isEqualTo("[\"s2\"]"));

      // Somebody of another company is none of this company's business.
      broker.deliver("another", new ShopStaffAssigned("s9", id, "shop_staff"));
      await().untilAsserted(() -> assertThat(broker.depth("auth.shop-staff")).isZero());
      assertThat(shopsOf(id)).isEqualTo("[\"s2\"]");
    }

    @Test
    void somebodyWhoWasDismissedDoesNotComeBackByOldNews() {
      String id =
          admin
              .post("/api/users", People.user(anEmail(), "shop_staff", null, "s1"))
              .expect(201)
              .text("/id");
      String shop = "shop-" + id;

      tell(shop, 6, new ShopStaffRemoved(shop, id));
      tell(shop, 5, new ShopStaffAssigned(shop, id, "shop_staff"));
      tell("s1", 3, new ShopStaffRemoved("s1", id));
      tell("s1", 2, new ShopStaffAssigned("s1", id, "shop_staff"));
      // Of another shop, and the last in the queue.
      tell("last", 1, new ShopStaffAssigned("last", id, "shop_staff"));

      await().untilAsserted(() -> assertThat(shopsOf(id)).isEqualTo("[\"last\"]"));
      await().untilAsserted(() -> assertThat(broker.depth("auth.shop-staff")).isZero());
      assertThat(shopsOf(id)).isEqualTo("[\"last\"]");
    }

    private void tell(String shop, long version, Message news) {
      broker.deliver(TestBroker.envelope(shop, companyId, version, news));
    }

    private String shopsOf(String id) {
      return admin.get("/api/users/" + id).expect(200).json().at("/shopIds").toString();
    }

    private CompanySnapshot company() {
      return SampleCompany.of(companyId).snapshot();
    }
  }

  private static String idOf(TestApi person) {
    return person.get("/api/auth/me").expect(200).text("/id");
  }
}
