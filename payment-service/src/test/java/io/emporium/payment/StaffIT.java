package io.emporium.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.events.Envelope;
import io.emporium.events.Money;
import io.emporium.events.company.CompanyCreated;
import io.emporium.events.company.CompanySettings;
import io.emporium.events.company.CompanySettingsChanged;
import io.emporium.events.company.CompanySnapshot;
import io.emporium.events.payment.PaymentSucceeded;
import io.emporium.kit.store.SharedStore;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestResponse;
import io.emporium.kit.testing.TestTokens;
import io.emporium.payment.company.CompanyReplica;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What a company's people do about payments.
@ServiceTest
class StaffIT implements WithProviders {

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;
  @Autowired private SharedStore<CompanyReplica> companies;

  @Nested
  class Till {

    @Test
    void confirmsCashAtOnceAndOnlyOnce() {
      String order = Orders.ready(broker);
      var cash = cash(1999);

      confirm(order, cash).expect(200);
      assertThat(confirm(order, cash).expect(200).text("/status")).isEqualTo("succeeded");

      broker.awaitPublished(PaymentSucceeded.class, e -> e.orderId().equals(order));
      assertThat(broker.published(PaymentSucceeded.class, e -> e.orderId().equals(order)))
          .hasSize(1);
    }

    @Test
    void waitsAMomentForASaleThatIsStillBeingOpened() throws Exception {
      String order = Orders.id();

      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        Future<TestResponse> confirming = threads.submit(() -> confirm(order, cash(1999)));
        broker.deliver(Orders.COMPANY, Orders.initiate(order));
        assertThat(confirming.get().expect(200).text("/status")).isEqualTo("succeeded");
      }
    }

    @Test
    void doesNotTakeCashThatDoesNotAddUp() {
      String order = Orders.ready(broker);

      confirm(order, cash(1998)).expectProblem(422, "amount_differs");
      confirm(order, Map.of("provider", "stripe")).expectProblem(422, "not_by_hand");
      assertThat(confirm(order, cash(1999)).expect(200).text("/status")).isEqualTo("succeeded");
    }

    @Test
    void doesNotTakeCashForWhatACardHasPaid() {
      String order = Orders.ready(broker);
      Orders.payByCard(api, order, "pm_card_visa").expect(200);

      confirm(order, cash(1999)).expectProblem(409, "already_paid");
    }

    private TestResponse confirm(String order, Map<String, Object> body) {
      return api.as(TestTokens.shopStaff(Orders.COMPANY, "corner"))
          .post("/api/payments/pay-" + order + "/confirm", body);
    }

    private static Map<String, Object> cash(long amount) {
      return Map.of("provider", "cash", "amount", Map.of("amount", amount, "currency", "USD"));
    }
  }

  @Nested
  class RefundLimit {

    @Test
    void bindsManagersAlsoInSmallStepsAndNotAdmins() {
      learn("limited", 1, Money.of(500, "USD"));
      await().until(() -> companies.find("limited").isPresent());
      String order = paid("limited");
      var manager = TestTokens.manager("limited", "corner");

      refund(manager, order, 501).expectProblem(403, "refund_needs_approval");
      refund(manager, order, 400).expect(201);
      refund(manager, order, 101).expectProblem(403, "refund_needs_approval");
      refund(TestTokens.companyAdmin("limited"), order, 1000).expect(201);
    }

    @Test
    void followsTheNewestSettingWhateverTheOrderOfArrival() {
      learn("moving", 3, Money.of(1, "USD"));
      await().until(() -> "1".equals(limitOf("moving")));
      learn("moving", 2, Money.of(2, "USD"));
      learn("moving", 4, Money.of(4, "USD"));

      await().until(() -> "4".equals(limitOf("moving")));
      learn("moving", 3, Money.of(3, "USD"));
      learn("after-moving", 1, Money.of(1, "USD"));
      await().until(() -> "1".equals(limitOf("after-moving")));
      assertThat(limitOf("moving")).isEqualTo("4");
    }

    @Test
    void isKnownOnceHoweverOftenItArrives() {
      var envelope = learn("twice", 1, Money.of(7, "USD"));
      broker.deliver(envelope);
      broker.deliverRaw(
          CompanyCreated.class,
          "{\"type\":\"company.created\"".getBytes(StandardCharsets.UTF_8),
          Orders.id());

      learn("twice", 2, Money.of(8, "USD"));
      await().until(() -> "8".equals(limitOf("twice")));
    }

    private String limitOf(String company) {
      return companies
          .find(company)
          .map(found -> Long.toString(found.refundApprovalLimit().amount()))
          .orElse("");
    }

    private Envelope<CompanySettingsChanged> learn(String company, long version, Money limit) {
      var settings =
          new CompanySettings(
              Currency.getInstance("USD"),
              ZoneId.of("UTC"),
              false,
              List.of(),
              1800,
              "ORD-",
              "INV-",
              false,
              limit,
              5);
      var envelope =
          broker.deliver(
              TestBroker.envelope(
                  company,
                  company,
                  version,
                  new CompanySettingsChanged(
                      new CompanySnapshot(company, company, "active", settings))));
      return envelope;
    }

    private String paid(String company) {
      String order = Orders.id();
      broker.deliver(company, Orders.initiate(order));
      Orders.payByCard(api, order, "pm_card_visa").expect(200);
      return order;
    }

    private TestResponse refund(String token, String order, long amount) {
      return api.as(token)
          .post(
              "/api/payments/pay-" + order + "/refunds",
              Map.of("reason", "goodwill", "amount", Map.of("amount", amount, "currency", "USD")),
              "Idempotency-Key",
              order + ":" + amount);
    }
  }

  @Nested
  class Settings {

    @Test
    void startAutomaticAndAreGuardedByTheirVersion() {
      var admin = api.as(TestTokens.companyAdmin("settled"));
      var before = admin.get("/api/payments/settings").expect(200);
      assertThat(before.text("/captureMode")).isEqualTo("automatic");

      String path = "/api/payments/settings";
      var manual = Map.of("captureMode", "manual");
      var changed = admin.send("PUT", path, manual, "If-Match", before.header("ETag")).expect(200);
      assertThat(changed.header("ETag")).isNotEqualTo(before.header("ETag"));
      admin
          .send("PUT", path, Map.of("captureMode", "automatic"), "If-Match", before.header("ETag"))
          .expect(412);
      admin.send("PUT", path, Map.of("captureMode", "never")).expectProblem(400, "invalid_request");
      api.as(TestTokens.manager("settled", "corner"))
          .send("PUT", path, manual)
          .expectProblem(403, "forbidden");
    }
  }
}
