package io.emporium.auth;

import static io.emporium.auth.People.anEmail;
import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.kit.security.Role;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Nobody grants more than they have: every role tries to give every role, in its own and in a
/// foreign company, by each of the three ways there are.
@ServiceTest
class EscalationIT {

  @Autowired private TestApi api;

  @ParameterizedTest
  @EnumSource
  void grantsNothingAboveOrBesideItself(Role granter) {
    People people = new People(api);
    TestApi superAdmin = people.superAdmin();
    String own = "company-" + UUID.randomUUID();
    String foreign = "foreign-" + UUID.randomUUID();
    var first = people.added(superAdmin, "company_admin", own);
    people.added(superAdmin, "company_admin", foreign);
    TestApi caller =
        switch (granter) {
          case SUPER_ADMIN -> superAdmin;
          case COMPANY_ADMIN -> first;
          case SHOP_MANAGER, SHOP_STAFF -> people.added(first, granter.wireName(), own);
          case CUSTOMER -> people.as(people.registers(anEmail()).expect(201));
        };
    Map<Role, String> ofOwn = somebodyOfEach(superAdmin, own);
    Map<Role, String> ofForeign = somebodyOfEach(superAdmin, foreign);

    for (Role role : Role.values()) {
      for (String company : new String[] {own, foreign}) {
        boolean mayCreate = mayCreate(granter, role, company.equals(own));
        boolean mayInvite = mayCreate && mayInvite(granter, role);
        String asked = inCompany(role) ? company : null;
        check(
            granter + " creates " + role + " in " + company,
            mayCreate,
            caller.post("/api/users", People.user(anEmail(), role.wireName(), asked)),
            superAdmin);
        var invitation = People.user(anEmail(), role.wireName(), asked);
        invitation.remove("password");
        check(
            granter + " invites " + role + " to " + company,
            mayInvite,
            caller.post("/api/users/invitations", invitation),
            superAdmin);
      }
      for (Map<Role, String> targets : List.of(ofOwn, ofForeign)) {
        targets.forEach(
            (has, id) -> {
              var answer =
                  caller.post("/api/users/" + id + "/role", Map.of("role", role.wireName()));
              boolean may =
                  inCompany(role)
                      && (granter == Role.SUPER_ADMIN
                          || (granter == Role.COMPANY_ADMIN && targets == ofOwn));
              assertThat(answer.response().statusCode() == 200)
                  .as(granter + " makes " + has + " a " + role + ": " + answer.response().body())
                  .isEqualTo(may);
              if (granter == Role.COMPANY_ADMIN && targets == ofForeign && inCompany(role)) {
                answer.expectProblem(404, "account_not_found");
              }
            });
      }
    }
  }

  @Test
  void nobodyChangesOrDisablesThemselvesUpwards() {
    People people = new People(api);
    TestApi customer = people.as(people.registers(anEmail()).expect(201));
    String id = customer.get("/api/auth/me").expect(200).text("/id");

    customer.post("/api/users/" + id + "/role", Map.of("role", "super_admin")).expect(403);
    customer.patch("/api/auth/me", "{\"role\":\"super_admin\"}").expect(400);
    customer.patch("/api/auth/me", "{\"companyId\":\"acme\"}").expect(400);
  }

  private static Map<Role, String> somebodyOfEach(TestApi superAdmin, String company) {
    Map<Role, String> people = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      if (inCompany(role)) {
        people.put(
            role,
            superAdmin
                .post("/api/users", People.user(anEmail(), role.wireName(), company))
                .expect(201)
                .text("/id"));
      }
    }
    return people;
  }

  private static void check(String what, boolean allowed, TestResponse answer, TestApi superAdmin) {
    assertThat(answer.response().statusCode() == 201)
        .as(what + ": " + answer.response().statusCode() + answer.response().body())
        .isEqualTo(allowed);
    // Other tests count on there being one.
    if (allowed && answer.text("/role").equals("super_admin") && answer.json().has("version")) {
      superAdmin.post("/api/users/" + answer.text("/id") + "/disable", null).expect(200);
    }
  }

  private static boolean inCompany(Role role) {
    return role != Role.SUPER_ADMIN && role != Role.CUSTOMER;
  }

  private static boolean mayCreate(Role granter, Role role, boolean inOwn) {
    return switch (granter) {
      case SUPER_ADMIN -> true;
      case COMPANY_ADMIN -> inCompany(role) && inOwn;
      case SHOP_MANAGER, SHOP_STAFF, CUSTOMER -> false;
    };
  }

  private static boolean mayInvite(Role granter, Role role) {
    return switch (role) {
      case SUPER_ADMIN, COMPANY_ADMIN -> granter == Role.SUPER_ADMIN;
      case SHOP_MANAGER, SHOP_STAFF -> true;
      case CUSTOMER -> false;
    };
  }
}
