package io.emporium.debt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.debt.calendar.CompanyCalendar;
import io.emporium.events.company.CompanyCreated;
import io.emporium.events.company.CompanySettingsChanged;
import io.emporium.events.company.CompanySnapshot;
import io.emporium.events.debt.DebtOpened;
import io.emporium.events.debt.DebtOverdue;
import io.emporium.events.debt.DebtPaymentRecorded;
import io.emporium.events.debt.DebtSettled;
import io.emporium.events.notification.CriticalAlert;
import io.emporium.kit.testing.SampleCompany;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestTokens;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class DebtIT {

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;
  @Autowired private CompanyCalendar calendar;

  private final String company = UUID.randomUUID().toString();
  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

  @Nested
  class Open {

    @Test
    void makesAScheduleThatAddsUp() {
      var created = admin().post("/api/debts", threeParts()).expect(201);

      String id = created.text("/id");
      assertThat(created.header("Location")).isEqualTo("/api/debts/" + id);
      assertThat(created.text("/status")).isEqualTo("open");
      assertThat(created.text("/companyId")).isEqualTo(company);
      assertThat(created.text("/outstanding/amount")).isEqualTo("1000");
      assertThat(created.text("/schedule/0/amount/amount")).isEqualTo("334");
      assertThat(created.text("/schedule/2/amount/amount")).isEqualTo("333");
      assertThat(created.text("/schedule/0/dueOn")).isEqualTo(today.plusDays(5).toString());
      assertThat(created.text("/schedule/0/status")).isEqualTo("open");
      var event = broker.awaitPublished(DebtOpened.class, e -> e.debtId().equals(id));
      assertThat(event.companyid()).isEqualTo(company);
      assertThat(event.data().instalments()).isEqualTo(3);
      assertThat(admin().get("/api/debts/" + id).expect(200).text("/creditor")).isEqualTo("Bank");
      assertThat(admin().get("/api/debts?status=open").expect(200).text("/items/0/id"))
          .isEqualTo(id);
      assertThat(admin().get("/api/debts?status=settled").expect(200).text("/totalItems"))
          .isEqualTo("0");
    }

    @Test
    void takesAScheduleAsAgreed() {
      var body =
          Map.of(
              "creditor", "Bank",
              "principal", usd(100),
              "schedule",
                  List.of(
                      Map.of("dueOn", "2027-01-10", "amount", usd(70)),
                      Map.of("dueOn", "2027-05-10", "amount", usd(30))));

      var created = admin().post("/api/debts", body).expect(201);

      assertThat(created.text("/schedule/1/dueOn")).isEqualTo("2027-05-10");
      var wrong = new HashMap<String, Object>(body);
      wrong.put("principal", usd(99));
      admin().post("/api/debts", wrong).expectProblem(422, "schedule_does_not_add_up");
    }

    @Test
    void answersARepeatedRequestWithTheFirstAnswer() {
      var first = admin().post("/api/debts", threeParts(), "Idempotency-Key", "open-1").expect(201);
      var again = admin().post("/api/debts", threeParts(), "Idempotency-Key", "open-1").expect(201);

      assertThat(again.text("/id")).isEqualTo(first.text("/id"));
      assertThat(admin().get("/api/debts").expect(200).text("/totalItems")).isEqualTo("1");
    }

    @Test
    void isForAdminsAndTheirOwnCompany() {
      api.post("/api/debts", threeParts()).expectProblem(401, "unauthenticated");
      api.as(TestTokens.manager(company, "s1"))
          .post("/api/debts", threeParts())
          .expectProblem(403, "forbidden");
      var foreign = new HashMap<>(threeParts());
      foreign.put("companyId", "somebody-else");
      admin().post("/api/debts", foreign).expectProblem(404, "company_not_found");
      var superAdmin = api.as(TestTokens.superAdmin());
      var nobody =
          superAdmin.post("/api/debts", threeParts()).expectProblem(400, "invalid_request");
      assertThat(nobody.at("/errors/0/pointer").asString()).isEqualTo("/companyId");
      superAdmin.post("/api/debts", foreign).expectProblem(422, "unknown_company");
    }

    @Test
    void isOpenedBySuperAdminsForACompanyThatWasOnlyJustFounded() throws Exception {
      String founded = "co-" + UUID.randomUUID();
      var debt = new HashMap<>(threeParts());
      debt.put("companyId", founded);
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var opening =
            threads.submit(() -> api.as(TestTokens.superAdmin()).post("/api/debts", debt));
        broker.deliver(
            TestBroker.envelope(
                founded, founded, 1, new CompanyCreated(SampleCompany.of(founded).snapshot())));

        assertThat(opening.get().expect(201).text("/companyId")).isEqualTo(founded);
      }
    }

    @ParameterizedTest
    @CsvSource({
      "creditor, '\" \"', /creditor",
      "creditor, '\"4242 4242 4242 4242\"', /creditor",
      "reference, '\"paid with 4242424242424242\"', /reference",
      "principal, '{\"amount\":0,\"currency\":\"USD\"}', /principal/amount",
      "principal, '{\"amount\":1.5,\"currency\":\"USD\"}', /principal/amount",
      "principal, 'null', /principal",
      "principal, '{\"amount\":1000}', /principal",
      "instalments, '0', /instalments",
      "instalments, '361', /instalments",
      "instalments, 'null', /instalments",
      "firstDueOn, '\"2026-02-30\"', /firstDueOn",
      "firstDueOn, '\"9999-12-31\"', /firstDueOn",
      "firstDueOn, 'null', /firstDueOn",
      "intervalMonths, '13', /intervalMonths",
      "schedule, '[]', /schedule",
      "interest, '5', /interest"
    })
    void namesTheFieldThatIsWrong(String field, String value, String pointer) {
      var fields = new HashMap<String, String>();
      fields.put("creditor", "\"Bank\"");
      fields.put("principal", "{\"amount\":1000,\"currency\":\"USD\"}");
      fields.put("instalments", "3");
      fields.put("firstDueOn", "\"2027-01-31\"");
      fields.put(field, value);
      String body =
          fields.entrySet().stream()
              .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
              .collect(java.util.stream.Collectors.joining(",", "{", "}"));

      var problem = admin().post("/api/debts", body).expectProblem(400, "invalid_request");

      assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }
  }

  @Nested
  class Pay {

    @Test
    void goesToTheOldestAndSettlesInTheEnd() {
      String id = open(threeParts());

      var paid = pay(id, 400, "first").expect(201);

      assertThat(paid.text("/outstanding/amount")).isEqualTo("600");
      assertThat(paid.text("/schedule/0/status")).isEqualTo("paid");
      assertThat(paid.text("/schedule/1/status")).isEqualTo("partly_paid");
      assertThat(paid.text("/schedule/1/paid/amount")).isEqualTo("66");
      var payment = admin().get(paid.header("Location")).expect(200);
      assertThat(payment.text("/allocations/1/instalment")).isEqualTo("2");
      broker.awaitPublished(
          DebtPaymentRecorded.class, e -> e.debtId().equals(id) && e.outstanding().amount() == 600);
      assertThat(pay(id, 600, "second").expect(201).text("/status")).isEqualTo("settled");
      broker.awaitPublished(DebtSettled.class, e -> e.debtId().equals(id));
      pay(id, 1, "third").expectProblem(409, "debt_settled");
      var history = admin().get("/api/debts/" + id + "/history").expect(200);
      assertThat(history.text("/totalItems")).isEqualTo("4");
      assertThat(history.text("/items/0/event")).isEqualTo("opened");
      assertThat(history.text("/items/3/actor")).isEqualTo("admin-of-" + company);
    }

    @Test
    void countsOncePerKey() {
      String id = open(threeParts());

      pay(id, 100, "same").expect(201);
      pay(id, 100, "same").expect(201);
      pay(id, 200, "same").expectProblem(422, "idempotency_key_reused");

      assertThat(admin().get("/api/debts/" + id).expect(200).text("/outstanding/amount"))
          .isEqualTo("900");
      assertThat(admin().get("/api/debts/" + id + "/payments").expect(200).text("/totalItems"))
          .isEqualTo("1");
    }

    @Test
    void losesNothingWhenManyPayAtOnce() {
      String id = open(threeParts());

      long taken =
          IntStream.range(0, 4)
              .parallel()
              .mapToObj(n -> pay(id, 400, "race-" + n))
              .filter(answer -> answer.status() == 201)
              .count();

      assertThat(taken).isEqualTo(2);
      assertThat(admin().get("/api/debts/" + id).expect(200).text("/outstanding/amount"))
          .isEqualTo("200");
    }

    @Test
    void refusesTooMuchAndOtherCurrencies() {
      String id = open(threeParts());

      pay(id, 1001, "much").expectProblem(422, "overpayment");
      admin()
          .post(
              "/api/debts/" + id + "/payments",
              Map.of("amount", Map.of("amount", 10, "currency", "EUR")))
          .expectProblem(422, "currency_mismatch");
      var negative = pay(id, -5, "less").expectProblem(400, "invalid_request");
      assertThat(negative.at("/errors/0/pointer").asString()).isEqualTo("/amount/amount");
    }

    @Test
    void anotherCompanysDebtLooksLikeNone() {
      String id = open(threeParts());
      var foreign = api.as(TestTokens.companyAdmin(UUID.randomUUID().toString()));
      var body = Map.of("amount", usd(10));

      for (String path : List.of("", "/history", "/payments", "/payments/p1")) {
        foreign.get("/api/debts/" + id + path).expectProblem(404, "debt_not_found");
      }
      foreign.post("/api/debts/" + id + "/payments", body).expectProblem(404, "debt_not_found");
      admin().post("/api/debts/unknown/payments", body).expectProblem(404, "debt_not_found");
      admin().get("/api/debts/" + id + "/payments/p1").expectProblem(404, "payment_not_found");
      assertThat(foreign.get("/api/debts").expect(200).text("/totalItems")).isEqualTo("0");
    }
  }

  @Nested
  class Overdue {

    @Test
    void isFoundOnceByTheDailyRun() {
      String id = open(parts(today.minusMonths(1).minusDays(3)));

      run(today).expect(200);
      run(today).expect(200);

      var debt = admin().get("/api/debts/" + id).expect(200);
      assertThat(debt.text("/status")).isEqualTo("overdue");
      assertThat(debt.text("/schedule/0/status")).isEqualTo("overdue");
      assertThat(debt.text("/schedule/1/status")).isEqualTo("overdue");
      assertThat(debt.text("/schedule/2/status")).isEqualTo("open");
      assertThat(debt.text("/schedule/0/overdueSince")).isEqualTo(today.toString());
      broker.awaitPublished(DebtOverdue.class, e -> e.debtId().equals(id) && e.instalment() == 2);
      var alert =
          broker.awaitPublished(CriticalAlert.class, e -> id.equals(e.variables().get("debtId")));
      assertThat(alert.companyid()).isEqualTo(company);
      pay(id, 500, "late").expect(201);
      assertThat(broker.published(DebtOverdue.class, e -> e.debtId().equals(id))).hasSize(2);
      assertThat(broker.published(CriticalAlert.class, e -> id.equals(e.variables().get("debtId"))))
          .hasSize(1);
    }

    @Test
    void waitsForTheCompanysOwnMidnight() {
      // Either way of the date line: in one of the two zones today has not begun, or has.
      ZoneId behind = ZoneId.of("Etc/GMT+12");
      LocalDate there = LocalDate.now(behind);
      learn(behind, 2);
      String id = open(parts(there));

      run(LocalDate.now(ZoneOffset.ofHours(14))).expect(200);

      assertThat(admin().get("/api/debts/" + id).expect(200).text("/status")).isEqualTo("open");
    }

    @Test
    void isNotForetold() {
      run(today.plusDays(3)).expectProblem(422, "business_date_in_future");
      admin()
          .post("/api/debts/overdue-run", Map.of("businessDate", today.toString()))
          .expectProblem(403, "forbidden");
    }

    @Test
    void keepsTheNewestZoneOfACompany() {
      learn(ZoneId.of("Asia/Tokyo"), 5);
      var stale = new CompanyCreated(companyIn(ZoneId.of("Europe/Paris")));
      broker.deliver(TestBroker.envelope(company, company, 1, stale));
      learn(ZoneId.of("Asia/Seoul"), 6);

      assertThat(calendar.zoneOf(company)).isEqualTo(ZoneId.of("Asia/Seoul"));
    }

    private void learn(ZoneId zone, long version) {
      broker.deliver(
          TestBroker.envelope(
              company, company, version, new CompanySettingsChanged(companyIn(zone))));
      await().until(() -> calendar.zoneOf(company).equals(zone));
    }
  }

  private TestApi admin() {
    return api.as(TestTokens.companyAdmin(company));
  }

  private String open(Map<String, Object> body) {
    return admin().post("/api/debts", body).expect(201).text("/id");
  }

  private io.emporium.kit.testing.TestResponse pay(String id, long cents, String key) {
    return admin()
        .post(
            "/api/debts/" + id + "/payments",
            Map.of("amount", usd(cents), "method", "bank_transfer"),
            "Idempotency-Key",
            key);
  }

  private io.emporium.kit.testing.TestResponse run(LocalDate businessDate) {
    return api.as(TestTokens.superAdmin())
        .post("/api/debts/overdue-run", Map.of("businessDate", businessDate.toString()));
  }

  private Map<String, Object> threeParts() {
    return parts(today.plusDays(5));
  }

  private Map<String, Object> parts(LocalDate first) {
    return Map.of(
        "creditor",
        "Bank",
        "principal",
        usd(1000),
        "instalments",
        3,
        "firstDueOn",
        first.toString());
  }

  private static Map<String, Object> usd(long cents) {
    return Map.of("amount", cents, "currency", "USD");
  }

  private CompanySnapshot companyIn(ZoneId zone) {
    return SampleCompany.of(company).in(zone).snapshot();
  }
}
