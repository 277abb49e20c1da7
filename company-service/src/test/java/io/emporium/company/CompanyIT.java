package io.emporium.company;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.events.company.CompanyCreated;
import io.emporium.events.company.CompanySuspended;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestTokens;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class CompanyIT {

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;

  @Nested
  class Register {

    @Test
    void opensAnActiveCompanyAndSaysSo() {
      var created =
          superAdmin()
              .post("/api/companies", Map.of("name", "Acme", "currency", "EUR"))
              .expect(201);

      String id = created.text("/id");
      assertThat(created.header("Location")).isEqualTo("/api/companies/" + id);
      assertThat(created.text("/status")).isEqualTo("active");
      var event =
          broker.awaitPublished(CompanyCreated.class, e -> e.company().companyId().equals(id));
      assertThat(event.companyid()).isEqualTo(id);
      assertThat(event.actor()).isEqualTo("super-1");
      assertThat(event.data().company().settings().currency().getCurrencyCode()).isEqualTo("EUR");
    }

    @Test
    void isForSuperAdminsOnly() {
      var body = Map.of("name", "Sneaky");
      api.post("/api/companies", body).expectProblem(401, "unauthenticated");
      api.as(TestTokens.customer("c1"))
          .post("/api/companies", body)
          .expectProblem(403, "forbidden");
      api.as(TestTokens.companyAdmin("other"))
          .post("/api/companies", body)
          .expectProblem(403, "forbidden");
    }

    @Test
    void namesTheFieldThatIsWrong() {
      var blank = superAdmin().post("/api/companies", Map.of("name", " "));
      assertThat(blank.expectProblem(400, "invalid_request").at("/errors/0/pointer").asString())
          .isEqualTo("/name");
      var unknown = superAdmin().post("/api/companies", Map.of("name", "A", "status", "closed"));
      assertThat(unknown.expectProblem(400, "invalid_request").at("/errors/0/pointer").asString())
          .isEqualTo("/status");
      var currency = superAdmin().post("/api/companies", Map.of("name", "A", "currency", "ZZZ"));
      assertThat(currency.expectProblem(400, "invalid_request").at("/errors/0/pointer").asString())
          .isEqualTo("/currency");
      superAdmin().post("/api/companies", "{").expectProblem(400, "invalid_request");
    }

    @Test
    void answersARepeatedRequestWithTheFirstAnswer() {
      var body = Map.of("name", "Once");
      var first = superAdmin().post("/api/companies", body, "Idempotency-Key", "key-1").expect(201);
      var second =
          superAdmin().post("/api/companies", body, "Idempotency-Key", "key-1").expect(201);

      assertThat(second.response().body()).isEqualTo(first.response().body());
      superAdmin()
          .post("/api/companies", Map.of("name", "Twice"), "Idempotency-Key", "key-1")
          .expectProblem(422, "idempotency_key_reused");
    }
  }

  @Nested
  class Change {

    @Test
    void anotherCompanyLooksLikeNoCompany() {
      String id = register("Mine");
      var foreign = api.as(TestTokens.companyAdmin("somebody-else"));

      foreign.get("/api/companies/" + id).expectProblem(404, "company_not_found");
      foreign
          .patch("/api/companies/" + id, Map.of("name", "Yours"))
          .expectProblem(404, "company_not_found");
      foreign.get("/api/companies/unknown").expectProblem(404, "company_not_found");
    }

    @Test
    void refusesALostUpdate() {
      String id = register("Versioned");
      var admin = api.as(TestTokens.companyAdmin(id));

      admin.patch("/api/companies/" + id, Map.of("name", "First"), "If-Match", "\"1\"").expect(200);
      admin
          .patch("/api/companies/" + id, Map.of("name", "Second"), "If-Match", "\"1\"")
          .expectProblem(412, "stale_version");
      assertThat(admin.get("/api/companies/mine").expect(200).text("/name")).isEqualTo("First");
    }

    @Test
    void suspendingVoidsTokensOfItsPeople() {
      String id = register("Suspended");
      var admin = api.as(TestTokens.companyAdmin(id));
      admin.get("/api/companies/mine").expect(200);

      superAdmin()
          .post("/api/companies/" + id + "/suspend", Map.of("reason", "unpaid"))
          .expect(200);

      broker.awaitPublished(CompanySuspended.class, e -> e.company().companyId().equals(id));
      org.awaitility.Awaitility.await()
          .untilAsserted(() -> admin.get("/api/companies/mine").expect(401));
    }
  }

  private TestApi superAdmin() {
    return api.as(TestTokens.superAdmin());
  }

  private String register(String name) {
    return superAdmin().post("/api/companies", Map.of("name", name)).expect(201).text("/id");
  }
}
