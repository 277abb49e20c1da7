package io.emporium.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.events.Message;
import io.emporium.events.company.CompanyActivated;
import io.emporium.events.company.CompanyClosed;
import io.emporium.events.company.CompanyCreated;
import io.emporium.events.company.CompanySettings;
import io.emporium.events.company.CompanySnapshot;
import io.emporium.events.company.CompanySuspended;
import io.emporium.events.shop.ShopClosed;
import io.emporium.events.shop.ShopCreated;
import io.emporium.events.shop.ShopStaffAssigned;
import io.emporium.events.user.UserDisabled;
import io.emporium.events.user.UserEnabled;
import io.emporium.events.user.UserRegistered;
import io.emporium.events.user.UserRoleChanged;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestResponse;
import io.emporium.kit.testing.TestTokens;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class ShopIT {

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;
  @Autowired private AmqpAdmin queues;

  private final String company = "c-" + UUID.randomUUID();

  @Nested
  class Register {

    @Test
    void opensAShopAndSaysSo() {
      var created =
          admin()
              .post(
                  "/api/shops",
                  Map.of(
                      "name",
                      "Tea & Co",
                      "timeZone",
                      "Europe/Berlin",
                      "fulfilmentMethods",
                      List.of("delivery", "in_store"),
                      "openingHours",
                      List.of(Map.of("day", "monday", "opens", "09:00", "closes", "18:00"))))
              .expect(201);

      String id = created.text("/id");
      assertThat(created.header("Location")).isEqualTo("/api/shops/" + id);
      assertThat(created.text("/slug")).isEqualTo("tea-co");
      assertThat(created.text("/status")).isEqualTo("open");
      assertThat(created.text("/name")).isEqualTo("Tea & Co");
      assertThat(created.text("/fulfilmentMethods/1")).isEqualTo("in_store");
      assertThat(created.text("/openingHours/0/day")).isEqualTo("monday");
      var event = broker.awaitPublished(ShopCreated.class, e -> e.shop().shopId().equals(id));
      assertThat(event.companyid()).isEqualTo(company);
      assertThat(event.shopid()).isEqualTo(id);
      assertThat(event.data().shop().timeZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    }

    @Test
    void keepsSlugsApartWithinACompanyOnly() {
      admin().post("/api/shops", Map.of("name", "A", "slug", "same")).expect(201);

      admin()
          .post("/api/shops", Map.of("name", "B", "slug", "same"))
          .expectProblem(409, "slug_taken");
      api.as(TestTokens.companyAdmin("other-" + company))
          .post("/api/shops", Map.of("name", "B", "slug", "same"))
          .expect(201);
      String first = admin().post("/api/shops", Map.of("name", "Twin")).expect(201).text("/slug");
      String second = admin().post("/api/shops", Map.of("name", "Twin")).expect(201).text("/slug");
      assertThat(second).startsWith(first + "-");
    }

    @Test
    void needsACompanyFromASuperAdminAndTakesNoOtherFromAnAdmin() {
      var superAdmin = api.as(TestTokens.superAdmin());
      superAdmin.post("/api/shops", Map.of("name", "A")).expectProblem(400, "invalid_request");
      superAdmin
          .post("/api/shops", Map.of("name", "A", "companyId", company))
          .expectProblem(422, "unknown_company");
      broker.deliver(
          TestBroker.envelope(company, company, 1, new CompanyCreated(snapshot("active"))));
      assertThat(
              superAdmin
                  .post("/api/shops", Map.of("name", "A", "companyId", company))
                  .expect(201)
                  .text("/companyId"))
          .isEqualTo(company);
      admin()
          .post("/api/shops", Map.of("name", "A", "companyId", "foreign"))
          .expectProblem(403, "foreign_company");
    }

    @Test
    void isNotForCompaniesThatMayNotTrade() {
      String gone = "gone-" + company;
      broker.deliver(
          TestBroker.envelope(gone, gone, 7, new CompanyClosed(other(gone), Instant.EPOCH)));

      api.as(TestTokens.superAdmin())
          .post("/api/shops", Map.of("name", "A", "companyId", gone))
          .expectProblem(409, "company_not_active");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        value = {
          "'timeZone':'Mars/Phobos' | /timeZone",
          "'timeZone':'GMT+2' | /timeZone",
          "'openingHours':[{'day':'monday','opens':'9:00','closes':'18:00'}]"
              + " | /openingHours/0/opens",
          "'openingHours':[{'day':'monday','opens':'19:00','closes':'18:00'}]"
              + " | /openingHours/0/closes",
          "'openingHours':[{'day':'funday','opens':'09:00','closes':'18:00'}]"
              + " | /openingHours/0/day",
          "'openingHours':[null] | /openingHours/0",
          "'address':{'line1':'1','city':'A','postalCode':'1','country':'ZZ'} | /address/country",
          "'address':{'line1':'1','city':'A','postalCode':'1','country':'de'} | /address/country",
          "'contact':{'email':'nobody'} | /contact/email",
          "'contact':{'phone':'call me'} | /contact/phone",
          "'contact':{'website':'javascript:alert(1)'} | /contact/website",
          "'pickup':{'readyAfterMinutes':-1} | /pickup/readyAfterMinutes",
          "'pickup':{'readyAfterMinutes':30},'fulfilmentMethods':['delivery'] | /pickup",
          "'fulfilmentMethods':[] | /fulfilmentMethods",
          "'fulfilmentMethods':['drone'] | /fulfilmentMethods/0",
          "'paymentMethods':['barter'] | /paymentMethods/0",
          "'warehousePriority':['a b'] | /warehousePriority/0",
          "'status':'closed' | /status"
        })
    void namesTheFieldThatIsWrong(String field, String pointer) {
      String body = "{'name':'Strict'," + field + "}";
      var problem =
          admin().post("/api/shops", body.replace('\'', '"')).expectProblem(400, "invalid_request");

      assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    @Test
    void isForAdminsOnly() {
      var body = Map.of("name", "Sneaky");
      api.post("/api/shops", body).expectProblem(401, "unauthenticated");
      api.as(TestTokens.customer("c")).post("/api/shops", body).expectProblem(403, "forbidden");
      api.as(TestTokens.manager(company, "s"))
          .post("/api/shops", body)
          .expectProblem(403, "forbidden");
    }

    @Test
    void answersARepeatedRequestWithTheFirstAnswer() {
      var body = Map.of("name", "Once");
      var first = admin().post("/api/shops", body, "Idempotency-Key", "k").expect(201);
      var second = admin().post("/api/shops", body, "Idempotency-Key", "k").expect(201);

      assertThat(second.text("/id")).isEqualTo(first.text("/id"));
    }
  }

  @Nested
  class Change {

    @Test
    void staffSeeTheirShopsOnly() {
      String mine = register("Mine");
      String other = register("Other");
      var manager = api.as(TestTokens.manager(company, mine));

      assertThat(manager.get("/api/shops").expect(200).text("/totalItems")).isEqualTo("1");
      assertThat(manager.get("/api/shops").text("/items/0/id")).isEqualTo(mine);
      manager.get("/api/shops/" + other).expectProblem(404, "shop_not_found");
      manager
          .patch("/api/shops/" + other, Map.of("name", "X"))
          .expectProblem(404, "shop_not_found");
      manager.post("/api/shops/" + other + "/close", null).expectProblem(404, "shop_not_found");
      assertThat(admin().get("/api/shops").expect(200).text("/totalItems")).isEqualTo("2");
      api.as(TestTokens.companyAdmin("foreign-" + company))
          .get("/api/shops/" + mine)
          .expectProblem(404, "shop_not_found");
    }

    @Test
    void refusesALostUpdate() {
      String id = register("Versioned");

      admin().patch("/api/shops/" + id, Map.of("name", "1"), "If-Match", "\"1\"").expect(200);
      admin()
          .patch("/api/shops/" + id, Map.of("name", "2"), "If-Match", "\"1\"")
          .expectProblem(412, "stale_version");
    }

    @Test
    void setsAndClearsWhatIsOptional() {
      String id = register("Optional");
      Map<String, Object> address =
          Map.of("line1", "Main 1", "city", "Berlin", "postalCode", "10115", "country", "DE");
      var pickup = Map.of("instructions", "Ring twice", "readyAfterMinutes", 30);

      var set =
          admin()
              .patch(
                  "/api/shops/" + id,
                  Map.of("address", address, "pickup", pickup, "paymentMethods", List.of("cash")))
              .expect(200);
      assertThat(set.text("/address/city")).isEqualTo("Berlin");
      assertThat(set.text("/pickup/readyAfterMinutes")).isEqualTo("30");
      assertThat(set.text("/paymentMethods/0")).isEqualTo("cash");
      var cleared =
          admin()
              .patch("/api/shops/" + id, Map.of("clear", List.of("address", "pickup")))
              .expect(200);
      assertThat(cleared.json().path("address").isNull()).isTrue();
      assertThat(cleared.json().path("pickup").isNull()).isTrue();
      assertThat(cleared.text("/paymentMethods/0")).isEqualTo("cash");
    }

    @Test
    void neverMovesToAnotherCompany() {
      String id = register("Settled");

      admin()
          .patch("/api/shops/" + id, Map.of("companyId", "other"))
          .expectProblem(400, "invalid_request");
    }

    @Test
    void findsByNameStatusAndCompanyWithinWhatOneMaySee() {
      String one = register("Ñandú One");
      String two = register("Ñandú Two");
      register("Other");
      admin().post("/api/shops/" + two + "/pause", null).expect(200);
      var manager = api.as(TestTokens.manager(company, two));

      assertThat(ids(admin(), "search=nandu")).containsExactlyInAnyOrder(one, two);
      assertThat(ids(admin(), "search=NANDU%20o")).containsExactly(one);
      assertThat(ids(admin(), "search=nandu&status=paused")).containsExactly(two);
      assertThat(ids(admin(), "search=.*")).isEmpty();
      assertThat(ids(admin(), "company=foreign")).isEmpty();
      assertThat(ids(manager, "search=nandu")).containsExactly(two);
      assertThat(ids(api.as(TestTokens.companyAdmin("x-" + company)), "company=" + company))
          .isEmpty();
      await()
          .untilAsserted(
              () -> assertThat(ids(api, "search=nandu&company=" + company)).containsExactly(one));
      admin().get("/api/shops?status=odd").expectProblem(400, "invalid_request");
    }

    @Test
    void assignsListsAndRemovesStaff() {
      String id = register("Staffed");
      String path = "/api/shops/" + id + "/staff";
      tell("u1", 1, registered("u1", "shop_manager", List.of()));

      admin().post(path, Map.of("userId", "u1", "role", "shop_manager")).expect(200);
      admin()
          .post(path, Map.of("userId", "u1", "role", "company_admin"))
          .expectProblem(400, "invalid_request");
      broker.awaitPublished(ShopStaffAssigned.class, e -> e.shopId().equals(id));
      assertThat(admin().get(path).expect(200).text("/items/0/userId")).isEqualTo("u1");
      admin().delete(path + "/u1").expect(204);
      assertThat(admin().get(path).json().at("/items").size()).isZero();
      api.as(TestTokens.manager(company, id))
          .post(path, Map.of("userId", "u2", "role", "shop_staff"))
          .expectProblem(403, "forbidden");
    }
  }

  @Nested
  class Directory {

    @Test
    void showsOpenShopsToEverybodyAndNothingInternal() {
      String id =
          admin()
              .post("/api/shops", Map.of("name", "Public", "warehousePriority", List.of("w1")))
              .expect(201)
              .text("/id");

      await().untilAsserted(() -> api.get("/api/shops/" + id).expect(200));
      var seen = api.as(TestTokens.customer("c")).get("/api/shops/" + id).expect(200);
      assertThat(seen.text("/name")).isEqualTo("Public");
      assertThat(seen.json().at("/warehousePriority").size()).isZero();
      assertThat(listed()).contains(id);

      admin().post("/api/shops/" + id + "/close", null).expect(200);
      broker.awaitPublished(ShopClosed.class, e -> e.shop().shopId().equals(id));
      await().untilAsserted(() -> api.get("/api/shops/" + id).expect(404));
      assertThat(listed()).doesNotContain(id);

      admin().post("/api/shops/" + id + "/open", null).expect(200);
      await().untilAsserted(() -> api.get("/api/shops/" + id).expect(200));
    }

    @Test
    void leavesOutShopsOfASuspendedCompanyWhateverTheOrderOfNews() {
      String id = register("Suspended");
      await().untilAsserted(() -> api.get("/api/shops/" + id).expect(200));

      broker.deliver(
          TestBroker.envelope(
              company,
              company,
              3,
              new CompanySuspended(snapshot("suspended"), "unpaid", Instant.EPOCH)));
      await().untilAsserted(() -> api.get("/api/shops/" + id).expectProblem(404, "shop_not_found"));
      assertThat(listed()).doesNotContain(id);

      // Late news of an earlier activation changes nothing; a newer one does.
      broker.deliver(
          TestBroker.envelope(company, company, 2, new CompanyActivated(snapshot("active"))));
      broker.deliver(
          TestBroker.envelope(
              company + "-x", company, 9, new CompanyActivated(other(company + "-x"))));
      await().untilAsserted(() -> api.get("/api/shops/" + id).expectProblem(404, "shop_not_found"));
      broker.deliver(
          TestBroker.envelope(company, company, 4, new CompanyActivated(snapshot("active"))));
      await().untilAsserted(() -> api.get("/api/shops/" + id).expect(200));
    }

    private List<String> listed() {
      return api.get("/api/shops?size=100")
          .expect(200)
          .json()
          .at("/items")
          .valueStream()
          .map(item -> item.at("/id").asString())
          .toList();
    }
  }

  @Nested
  class Staff {

    private final String ann = "ann-" + company;

    @Test
    void isWhoTheAccountSays() {
      String one = register("One");
      String two = register("Two");

      tell(ann, 1, registered(ann, "shop_staff", List.of(one)));
      awaitStaff(one, "shop_staff");
      tell(ann, 2, new UserRoleChanged(ann, "shop_manager", "shop_staff", company, List.of(two)));
      awaitStaff(two, "shop_manager");
      awaitStaff(one);
      tell(ann, 3, new UserRoleChanged(ann, "company_admin", "shop_manager", company, List.of()));
      awaitStaff(two);
    }

    @Test
    void isRightWhateverTheOrderAndRepetitionOfNews() {
      String one = register("One");
      String two = register("Two");

      tell(ann, 3, new UserRoleChanged(ann, "shop_staff", "shop_manager", company, List.of(two)));
      tell(ann, 1, registered(ann, "shop_manager", List.of(one)));
      tell(ann, 2, new UserRoleChanged(ann, "shop_manager", "shop_staff", company, List.of(one)));
      tell(ann, 3, new UserRoleChanged(ann, "shop_staff", "shop_manager", company, List.of(two)));
      // Drains the queue.
      tell("last-" + ann, 1, registered("last-" + ann, "shop_staff", List.of(one, two)));

      awaitStaff(one, "shop_staff");
      awaitStaff(two, "shop_staff", "shop_staff");
    }

    @Test
    void isRightThoughSomeNewsCannotBeRead() {
      var _ = queues.purgeQueue("shop.parking");
      String one = register("One");
      broker.deliverRaw(UserRegistered.class, new byte[] {'{'}, "poison");
      tell(ann, 1, registered(ann, "shop_staff", List.of(one)));

      awaitStaff(one, "shop_staff");
      await().until(() -> broker.depth("shop.parking") == 1);
    }

    @Test
    void cannotBeSomebodyOfAnotherCompanyOrNobody() {
      String id = register("Mine");
      String foreigner = "foreigner-" + company;
      broker.deliver(
          TestBroker.envelope(
              foreigner,
              "x-" + company,
              1,
              new UserRegistered(
                  foreigner, "f@x", null, "shop_staff", "x-" + company, List.of(id))));

      assign(id, foreigner, "shop_staff").expectProblem(422, "unknown_user");
      assign(id, "nobody", "shop_staff").expectProblem(422, "unknown_user");
      assertThat(rolesIn(id)).isEmpty();
    }

    @Test
    void hasTheRoleOfItsAccountAndAnAccountThatWorks() {
      String id = register("Mine");
      tell(ann, 1, registered(ann, "shop_staff", List.of()));

      assign(id, ann, "shop_manager").expectProblem(409, "other_role");
      tell(ann, 2, new UserDisabled(ann, "left"));
      await()
          .untilAsserted(() -> assign(id, ann, "shop_staff").expectProblem(409, "user_disabled"));
      tell(ann, 3, new UserEnabled(ann));
      await().untilAsserted(() -> assign(id, ann, "shop_staff").expect(200));
    }

    private TestResponse assign(String shopId, String userId, String role) {
      return admin()
          .post("/api/shops/" + shopId + "/staff", Map.of("userId", userId, "role", role));
    }

    private void awaitStaff(String shopId, String... roles) {
      await().untilAsserted(() -> assertThat(rolesIn(shopId)).containsExactly(roles));
    }

    private List<String> rolesIn(String shopId) {
      return admin()
          .get("/api/shops/" + shopId + "/staff")
          .expect(200)
          .json()
          .at("/items")
          .valueStream()
          .map(item -> item.at("/role").asString())
          .toList();
    }
  }

  private UserRegistered registered(String userId, String role, List<String> shops) {
    return new UserRegistered(userId, userId + "@example.com", null, role, company, shops);
  }

  private void tell(String userId, long version, Message message) {
    broker.deliver(TestBroker.envelope(userId, company, version, message));
  }

  private static List<String> ids(TestApi caller, String query) {
    return caller
        .get("/api/shops?size=100&" + query)
        .expect(200)
        .json()
        .at("/items")
        .valueStream()
        .map(item -> item.at("/id").asString())
        .toList();
  }

  private CompanySnapshot snapshot(String status) {
    return new CompanySnapshot(company, "Acme", status, settings());
  }

  private static CompanySnapshot other(String id) {
    return new CompanySnapshot(id, "Other", "active", settings());
  }

  private static CompanySettings settings() {
    return new CompanySettings(
        Currency.getInstance("USD"),
        ZoneId.of("UTC"),
        true,
        List.of(),
        1_800,
        "",
        "",
        true,
        null,
        5);
  }

  private TestApi admin() {
    return api.as(TestTokens.companyAdmin(company));
  }

  private String register(String name) {
    return admin().post("/api/shops", Map.of("name", name)).expect(201).text("/id");
  }
}
