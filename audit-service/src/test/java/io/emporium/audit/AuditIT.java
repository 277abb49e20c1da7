package io.emporium.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.events.Contracts;
import io.emporium.events.Envelope;
import io.emporium.events.Fact;
import io.emporium.events.Message;
import io.emporium.events.Money;
import io.emporium.events.audit.RequestAudited;
import io.emporium.events.order.OrderCompleted;
import io.emporium.events.order.OrderFulfilled;
import io.emporium.events.order.OrderRejected;
import io.emporium.events.payment.PaymentInitiated;
import io.emporium.events.user.LoginFailed;
import io.emporium.kit.messaging.ConsumerRegistry;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestTokens;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class AuditIT {

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;
  @Autowired private ConsumerRegistry consumers;

  private final String company = UUID.randomUUID().toString();

  @Nested
  class Trail {

    @Test
    void takesEveryFactOfTheFleet() {
      var facts =
          Contracts.all().entrySet().stream()
              .filter(contract -> Fact.class.isAssignableFrom(contract.getValue()))
              .map(java.util.Map.Entry::getKey)
              .toList();

      assertThat(consumers.bindings())
          .allSatisfy(
              (name, queues) ->
                  assertThat(queues.contains("audit.trail")).isEqualTo(facts.contains(name)));
      assertThat(consumers.bindings().keySet()).containsAll(facts);
    }

    @Test
    void keepsWhatHappenedToWhomAndWhy() {
      var paid =
          broker.deliver(company, new PaymentInitiated("pay-1", "order-1", Money.of(1999, "USD")));

      await().until(() -> total(admin(), "?correlationId=" + paid.correlationid()) == 1);
      var entry = admin().get("/api/audit?correlationId=" + paid.correlationid()).expect(200);
      assertThat(entry.text("/items/0/type")).isEqualTo("payment.initiated");
      assertThat(entry.text("/items/0/action")).isEqualTo("payment.initiated");
      assertThat(entry.text("/items/0/target")).isEqualTo(paid.subject());
      assertThat(entry.text("/items/0/actor")).isEqualTo("test");
      assertThat(entry.text("/items/0/source")).isEqualTo("test");
      assertThat(entry.text("/items/0/companyId")).isEqualTo(company);
      assertThat(entry.text("/items/0/result")).isEqualTo("done");
      assertThat(entry.json().at("/items/0/data/amount/amount").asLong()).isEqualTo(1999);
      String id = entry.text("/items/0/id");
      assertThat(admin().get("/api/audit/" + id).expect(200).text("/data/orderId"))
          .isEqualTo("order-1");
    }

    @Test
    void addsNothingWhenAnEventComesAgain() {
      var event = broker.deliver(company, rejected("order-2"));
      broker.deliver(event);
      broker.deliver(event);
      var last = broker.deliver(company, rejected("order-3"));

      await().until(() -> total(admin(), "?target=" + last.subject()) == 1);
      await()
          .during(java.time.Duration.ofMillis(300))
          .until(() -> total(admin(), "?target=" + event.subject()) == 1);
    }

    @Test
    void keepsTwoSourcesApartThatUseOneEventId() {
      String id = UUID.randomUUID().toString();
      broker.deliver(TestBroker.envelope(id, company, 1, rejected(id)));
      broker.deliver(withSource(TestBroker.envelope(id, company, 1, rejected(id)), "other"));

      await().until(() -> total(admin(), "?target=" + id) == 2);
    }

    @Test
    void readsARequestAsOperationOnAPath() {
      String user = UUID.randomUUID().toString();
      broker.deliver(
          withActor(
              TestBroker.envelope(
                  UUID.randomUUID().toString(),
                  company,
                  1,
                  new RequestAudited(
                      "sales-service",
                      "POST /api/orders",
                      "/api/orders",
                      user,
                      "customer",
                      403,
                      "denied",
                      "203.0.113.7",
                      Instant.now())),
              user));

      await().until(() -> total(admin(), "?actor=" + user + "&result=denied") == 1);
      var entry = admin().get("/api/audit?actor=" + user).expect(200);
      assertThat(entry.text("/items/0/action")).isEqualTo("POST /api/orders");
      assertThat(entry.text("/items/0/target")).isEqualTo("/api/orders");
      assertThat(entry.text("/items/0/status")).isEqualTo("403");
      assertThat(entry.text("/items/0/address")).isEqualTo("203.0.113.7");
    }

    @Test
    void hearsOfTheRequestsThatItDeniedItself() {
      String customer = UUID.randomUUID().toString();
      api.as(TestTokens.customer(customer)).get("/api/audit").expectProblem(403, "forbidden");

      await().until(() -> total(superAdmin(), "?actor=" + customer + "&type=audit.request") == 1);
    }
  }

  @Nested
  class Read {

    @Test
    void anotherCompanysEntriesDoNotExist() {
      var event = broker.deliver(company, rejected("order-4"));
      await().until(() -> total(admin(), "?target=" + event.subject()) == 1);
      String id =
          admin().get("/api/audit?target=" + event.subject()).expect(200).text("/items/0/id");
      var foreign = api.as(TestTokens.companyAdmin("somebody-else"));

      assertThat(total(foreign, "?target=" + event.subject())).isZero();
      foreign.get("/api/audit/" + id).expectProblem(404, "audit_entry_not_found");
      foreign.get("/api/audit/unknown").expectProblem(404, "audit_entry_not_found");
      foreign.get("/api/audit?after=" + id).expectProblem(404, "audit_entry_not_found");
      assertThat(
              foreign
                  .get("/api/audit/entities/" + event.subject())
                  .expect(200)
                  .json()
                  .path("totalItems")
                  .asLong())
          .isZero();
    }

    @Test
    void whatBelongsToNoCompanyIsForSuperAdmins() {
      var event = broker.deliver(null, new LoginFailed(null, "203.0.113.9", "bad_credentials"));

      await().until(() -> total(superAdmin(), "?target=" + event.subject()) == 1);
      assertThat(total(admin(), "?target=" + event.subject())).isZero();
      var entry = superAdmin().get("/api/audit?target=" + event.subject()).expect(200);
      assertThat(entry.text("/items/0/address")).isEqualTo("203.0.113.9");
      assertThat(entry.text("/items/0/result")).isEqualTo("denied");
    }

    @Test
    void isForAdminsOnly() {
      api.get("/api/audit").expectProblem(401, "unauthenticated");
      api.as(TestTokens.manager(company, "shop-1"))
          .get("/api/audit")
          .expectProblem(403, "forbidden");
    }

    @Test
    void tellsTheHistoryOfAnAggregateInTheOrderOfItsVersions() {
      String order = UUID.randomUUID().toString();
      broker.deliver(
          TestBroker.envelope(order, company, 3, new OrderCompleted(order, "c1", "shop-1")));
      broker.deliver(TestBroker.envelope(order, company, 1, rejected(order)));
      broker.deliver(
          TestBroker.envelope(order, company, 2, new OrderFulfilled(order, "c1", "shop-1")));

      await().until(() -> total(admin(), "/entities/" + order) == 3);
      var history = admin().get("/api/audit/entities/" + order).expect(200);
      assertThat(history.text("/items/0/type")).isEqualTo("order.rejected");
      assertThat(history.text("/items/1/type")).isEqualTo("order.fulfilled");
      assertThat(history.text("/items/2/type")).isEqualTo("order.completed");
    }

    @Test
    void goesOnAfterTheLastEntrySeen() {
      for (int n = 0; n < 5; n++) {
        broker.deliver(company, rejected("order-" + n));
      }
      await().until(() -> total(admin(), "") == 5);

      var all = admin().get("/api/audit?size=5").expect(200);
      var rest = admin().get("/api/audit?size=2&after=" + all.text("/items/2/id")).expect(200);

      assertThat(rest.text("/items/0/id")).isEqualTo(all.text("/items/3/id"));
      assertThat(rest.text("/items/1/id")).isEqualTo(all.text("/items/4/id"));
      assertThat(rest.text("/totalItems")).isEqualTo("5");
      assertThat(rest.json().at("/items").size()).isEqualTo(2);
    }

    @Test
    void narrowsByTime() {
      var event = broker.deliver(company, rejected("order-9"));
      await().until(() -> total(admin(), "?target=" + event.subject()) == 1);
      Instant at = event.time();

      assertThat(total(admin(), "?from=" + at.minusSeconds(5) + "&to=" + at.plusSeconds(5)))
          .isEqualTo(1);
      assertThat(total(admin(), "?from=" + at.plusSeconds(5))).isZero();
      var wrong = admin().get("/api/audit?from=yesterday").expectProblem(400, "invalid_request");
      assertThat(wrong.at("/errors/0/pointer").asString()).isEqualTo("from");
      admin()
          .get("/api/audit?to=%2B1000000000-12-31T23:59:59Z")
          .expectProblem(400, "invalid_request");
      admin().get("/api/audit?sort=data,asc").expectProblem(400, "invalid_request");
      admin().get("/api/audit?type=" + "x".repeat(101)).expectProblem(400, "invalid_request");
    }
  }

  private TestApi admin() {
    return api.as(TestTokens.companyAdmin(company));
  }

  private TestApi superAdmin() {
    return api.as(TestTokens.superAdmin());
  }

  private static long total(TestApi as, String rest) {
    return as.get("/api/audit" + rest).expect(200).json().path("totalItems").asLong();
  }

  private static OrderRejected rejected(String orderId) {
    return new OrderRejected(orderId, "ORD-1", "c1", "shop-1", "insufficient_stock");
  }

  private static <T extends Message> Envelope<T> withSource(Envelope<T> e, String source) {
    return new Envelope<>(
        e.specversion(),
        e.id(),
        source,
        e.type(),
        e.time(),
        e.subject(),
        e.datacontenttype(),
        e.companyid(),
        e.shopid(),
        e.correlationid(),
        e.causationid(),
        e.aggregateversion(),
        e.actor(),
        e.data());
  }

  private static <T extends Message> Envelope<T> withActor(Envelope<T> e, String actor) {
    return new Envelope<>(
        e.specversion(),
        e.id(),
        e.source(),
        e.type(),
        e.time(),
        e.subject(),
        e.datacontenttype(),
        e.companyid(),
        e.shopid(),
        e.correlationid(),
        e.causationid(),
        e.aggregateversion(),
        actor,
        e.data());
  }
}
