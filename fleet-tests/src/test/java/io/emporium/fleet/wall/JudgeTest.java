package io.emporium.fleet.wall;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.fleet.wall.Actor.Standing;
import io.emporium.fleet.wall.PolicyFile.Rule;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// A judge that calls everything right would make the whole matrix worthless.
class JudgeTest {

  private static final Rule FOR_STAFF = new Rule(Set.of("shop_staff"), "shop");
  private static final Actor STAFF = new Actor("staff", "shop_staff", Standing.OWN, "t");
  private static final Actor CUSTOMER = new Actor("customer", "customer", Standing.FOREIGN, "t");
  private static final Actor NOBODY = new Actor("nobody", "anonymous", Standing.ANONYMOUS, null);
  private static final Actor REVOKED = new Actor("revoked", "shop_staff", Standing.VOID, "t");

  @Nested
  class OfAdmission {

    @Test
    void wantsForbiddenForTheWrongRole() {
      assertThat(Judge.ofAdmission(FOR_STAFF, CUSTOMER, problem(403, "forbidden"))).isEmpty();
      assertThat(Judge.ofAdmission(FOR_STAFF, CUSTOMER, problem(404, "order_not_found")))
          .isPresent();
      assertThat(Judge.ofAdmission(FOR_STAFF, CUSTOMER, answer(200, "{}"))).isPresent();
      assertThat(Judge.ofAdmission(FOR_STAFF, CUSTOMER, problem(403, "foreign_company")))
          .isPresent();
    }

    @Test
    void wantsUnauthenticatedForNobodyAndForVoidTokens() {
      assertThat(Judge.ofAdmission(FOR_STAFF, NOBODY, problem(401, "unauthenticated"))).isEmpty();
      assertThat(Judge.ofAdmission(FOR_STAFF, NOBODY, problem(403, "forbidden"))).isPresent();
      assertThat(Judge.ofAdmission(FOR_STAFF, REVOKED, problem(401, "unauthenticated"))).isEmpty();
      assertThat(Judge.ofAdmission(FOR_STAFF, REVOKED, answer(200, "{}"))).isPresent();
    }

    @Test
    void wantsAnythingButRefusalForTheRightRole() {
      assertThat(Judge.ofAdmission(FOR_STAFF, STAFF, problem(404, "order_not_found"))).isEmpty();
      assertThat(Judge.ofAdmission(FOR_STAFF, STAFF, problem(400, "invalid_request"))).isEmpty();
      assertThat(Judge.ofAdmission(FOR_STAFF, STAFF, problem(403, "forbidden"))).isPresent();
    }

    @Test
    void neverWantsAFault() {
      assertThat(Judge.ofAdmission(FOR_STAFF, STAFF, problem(500, "internal_error"))).isPresent();
      assertThat(Judge.ofAdmission(FOR_STAFF, CUSTOMER, new Reply(0, "", "reset"))).isPresent();
    }
  }

  @Nested
  class OfLikeness {

    private static final List<String> SENT = List.of("theirs-1", "nobodys-1");

    @Test
    void looksPastTheIdsThatWereSent() {
      assertThat(
              Judge.ofLikeness(
                  detail("There is no order theirs-1"),
                  detail("There is no order nobodys-1"),
                  SENT))
          .isEmpty();
    }

    @Test
    void seesAnotherStatusAndOtherWords() {
      assertThat(
              Judge.ofLikeness(
                  problem(403, "forbidden"), detail("There is no order nobodys-1"), SENT))
          .isPresent();
      assertThat(
              Judge.ofLikeness(
                  detail("Order theirs-1 is paid"), detail("There is no order nobodys-1"), SENT))
          .isPresent();
    }

    private static Reply detail(String detail) {
      return answer(
          404, "{\"status\":404,\"code\":\"order_not_found\",\"detail\":\"" + detail + "\"}");
    }
  }

  @Test
  void hearsASecretUnlessTheCallerSaidItHimself() {
    Reply reply = answer(200, "{\"items\":[{\"id\":\"order-7\"}]}");

    assertThat(Judge.ofSilence(reply, List.of("order-7"), List.of())).isPresent();
    assertThat(Judge.ofSilence(reply, List.of("order-7"), List.of("order-7"))).isEmpty();
    assertThat(Judge.ofSilence(reply, List.of("order-8"), List.of())).isEmpty();
  }

  private static Reply problem(int status, String code) {
    return answer(status, "{\"status\":" + status + ",\"code\":\"" + code + "\"}");
  }

  private static Reply answer(int status, String body) {
    return new Reply(status, "application/problem+json", body);
  }
}
