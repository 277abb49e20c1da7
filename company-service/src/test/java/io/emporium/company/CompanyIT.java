package io.emporium.company;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.events.company.CompanyCreated;
import io.emporium.events.company.CompanySettingsChanged;
import io.emporium.events.company.CompanySuspended;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestTokens;
import java.net.URLEncoder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @Nested
  class Settings {

    @Test
    void areChangedOneByOneAndToldToAll() {
      String id = register("Set");
      var admin = api.as(TestTokens.companyAdmin(id));
      var rates = List.of(Map.of("taxClass", "standard", "basisPoints", 1_900));

      var changed =
          admin
              .patch(
                  "/api/companies/" + id + "/settings",
                  Map.of(
                      "taxRates",
                      rates,
                      "pricesIncludeTax",
                      false,
                      "paymentWindowSeconds",
                      600,
                      "orderNumberPrefix",
                      "ACME-",
                      "refundApprovalLimit",
                      Map.of("amount", 5_000, "currency", "USD")))
              .expect(200);

      assertThat(changed.header("ETag")).isEqualTo("\"2\"");
      assertThat(changed.text("/settings/invoiceNumberPrefix")).isEqualTo("INV-");
      assertThat(changed.text("/settings/refundApprovalLimit/amount")).isEqualTo("5000");
      var told =
          broker.awaitPublished(
              CompanySettingsChanged.class, e -> e.company().companyId().equals(id));
      assertThat(told.data().company().settings().paymentWindowSeconds()).isEqualTo(600);
      assertThat(told.data().company().settings().taxRates().getFirst().basisPoints())
          .isEqualTo(1_900);
      admin
          .patch(
              "/api/companies/" + id + "/settings", Map.of("clear", List.of("refundApprovalLimit")))
          .expect(200);
      assertThat(
              admin.get("/api/companies/mine").json().at("/settings/refundApprovalLimit").isNull())
          .isTrue();
      admin
          .patch(
              "/api/companies/" + id + "/settings",
              Map.of("lowStockThreshold", 1),
              "If-Match",
              "\"2\"")
          .expectProblem(412, "stale_version");
    }

    @Test
    void sayWhoTheCompanyIsBeforeTheLaw() {
      String id = register("Lawful");
      String path = "/api/companies/" + id + "/settings";
      var admin = api.as(TestTokens.companyAdmin(id));
      var legal =
          Map.of(
              "name",
              " Lawful Trading GmbH ",
              "line1",
              "Hafenstraße 7",
              "postalCode",
              "20457",
              "city",
              "Hamburg",
              "country",
              "DE",
              "taxId",
              "DE 123 456 789");

      var changed = admin.patch(path, Map.of("legal", legal)).expect(200);

      assertThat(changed.text("/settings/legal/name")).isEqualTo("Lawful Trading GmbH");
      admin.patch(path, Map.of("lowStockThreshold", 3)).expect(200);
      assertThat(admin.get("/api/companies/mine").text("/settings/legal/taxId"))
          .isEqualTo("DE 123 456 789");
      var told =
          broker.awaitPublished(
              CompanySettingsChanged.class, e -> e.company().companyId().equals(id));
      assertThat(told.data().company().settings().legal().city()).isEqualTo("Hamburg");
      admin
          .patch(path, Map.of("legal", legal, "clear", List.of("legal")))
          .expectProblem(400, "invalid_request");
      admin.patch(path, Map.of("clear", List.of("legal"))).expect(200);
      assertThat(admin.get("/api/companies/mine").json().at("/settings/legal").isMissingNode())
          .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        value = {
          "{'currency':'ZZZ'} | /currency",
          "{'currency':'XXX'} | /currency",
          "{'currency':7} | /currency",
          "{'timeZone':'Mars/Phobos'} | /timeZone",
          "{'timeZone':'+02:00'} | /timeZone",
          "{'taxRates':[null]} | /taxRates/0",
          "{'taxRates':[{'taxClass':'food','basisPoints':10001}]} | /taxRates/0/basisPoints",
          "{'taxRates':[{'taxClass':'food','basisPoints':-1}]} | /taxRates/0/basisPoints",
          "{'taxRates':[{'taxClass':'food'}]} | /taxRates/0/basisPoints",
          "{'taxRates':[{'taxClass':'Fo od','basisPoints':1}]} | /taxRates/0/taxClass",
          "{'taxRates':[{'taxClass':'a','basisPoints':1},{'taxClass':'a','basisPoints':2}]}"
              + " | /taxRates/1/taxClass",
          "{'paymentWindowSeconds':59} | /paymentWindowSeconds",
          "{'paymentWindowSeconds':604801} | /paymentWindowSeconds",
          "{'orderNumberPrefix':'a b'} | /orderNumberPrefix",
          "{'invoiceNumberPrefix':'0123456789ABC'} | /invoiceNumberPrefix",
          "{'refundApprovalLimit':{'amount':-1,'currency':'USD'}} | /refundApprovalLimit/amount",
          "{'refundApprovalLimit':{'amount':1}} | /refundApprovalLimit/currency",
          "{'refundApprovalLimit':{'amount':1,'currency':'EUR'}} | /refundApprovalLimit/currency",
          "{'lowStockThreshold':-1} | /lowStockThreshold",
          "{'lowStockThreshold':'many'} | /lowStockThreshold",
          "{'legal':{'name':'A','line1':'1','country':'DE'}} | /legal/city",
          "{'legal':{'name':'A','line1':'1','city':'B','country':'de'}} | /legal/country",
          "{'legal':{'name':'A','line1':'1','city':'B','country':'ZZ'}} | /legal/country",
          "{'legal':{'name':'A','line1':' ','city':'B','country':'DE'}} | /legal/line1",
          "{'legal':{'name':'A','line1':'1','city':'B','country':'DE','taxId':'<b>'}}"
              + " | /legal/taxId",
          "{'legal':{'name':'A','line1':'1','city':'B','country':'DE','iban':'x'}} | /legal/iban",
          "{'clear':['currency']} | /clear/0",
          "{'status':'closed'} | /status"
        })
    void nameTheFieldThatIsWrong(String body, String pointer) {
      String id = register("Strict");

      var problem =
          api.as(TestTokens.companyAdmin(id))
              .patch("/api/companies/" + id + "/settings", body.replace('\'', '"'))
              .expectProblem(400, "invalid_request");

      assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }
  }

  @Nested
  class Listing {

    @Test
    void findsByNameAndStatus() {
      String mark = "Ñandú " + UUID.randomUUID();
      String one = register(mark + " one");
      String two = register(mark + " two");
      superAdmin().post("/api/companies/" + two + "/suspend", Map.of("reason", "x")).expect(200);
      String search = "search=" + URLEncoder.encode(mark.toUpperCase(Locale.ROOT), UTF_8);

      assertThat(ids(search)).containsExactlyInAnyOrder(one, two);
      assertThat(ids(search + "&status=active")).containsExactly(one);
      assertThat(ids(search + "&status=suspended")).containsExactly(two);
      assertThat(ids(search + "&status=closed")).isEmpty();
      assertThat(ids(search + "&sort=name,asc&size=1&page=1")).containsExactly(two);
      assertThat(ids("search=.*")).isEmpty();
      superAdmin().get("/api/companies?status=odd").expectProblem(400, "invalid_request");
      superAdmin().get("/api/companies?search=%20").expectProblem(400, "invalid_request");
      superAdmin()
          .get("/api/companies?search=" + "x".repeat(65))
          .expectProblem(400, "invalid_request");
    }

    private List<String> ids(String query) {
      return superAdmin()
          .get("/api/companies?" + query)
          .expect(200)
          .json()
          .at("/items")
          .valueStream()
          .map(item -> item.at("/id").asString())
          .toList();
    }
  }

  private TestApi superAdmin() {
    return api.as(TestTokens.superAdmin());
  }

  private String register(String name) {
    return superAdmin().post("/api/companies", Map.of("name", name)).expect(201).text("/id");
  }
}
