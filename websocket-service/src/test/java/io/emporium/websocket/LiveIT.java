package io.emporium.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.emporium.events.Envelope;
import io.emporium.events.Fact;
import io.emporium.events.Money;
import io.emporium.events.inventory.StockLow;
import io.emporium.events.notification.NotificationSent;
import io.emporium.events.order.OrderNeedsAttention;
import io.emporium.events.order.OrderUpdated;
import io.emporium.events.payment.PaymentSucceeded;
import io.emporium.events.user.UserSessionEnded;
import io.emporium.events.user.UserSessionsRevoked;
import io.emporium.events.websocket.Broadcast;
import io.emporium.kit.security.AuthorizationPolicy;
import io.emporium.kit.security.Role;
import io.emporium.kit.security.TokenClaims;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.messaging.simp.user.SimpUserRegistry;
import org.springframework.util.ClassUtils;
import org.springframework.web.socket.CloseStatus;

@ServiceTest
class LiveIT {

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;
  @Autowired private SimpUserRegistry registry;
  @Autowired private AuthorizationPolicy policy;
  @LocalServerPort private int port;

  private final List<Watcher> open = new ArrayList<>();

  @AfterEach
  void hangUp() {
    open.stream().filter(Watcher::isConnected).forEach(Watcher::close);
  }

  @Test
  void theApiDescriptionSaysHowToConnect() {
    assertThat(api.get("/v3/api-docs").expect(200).json().at("/info/description").asString())
        .contains(
            "CONNECT",
            "/topic/orders/{id}",
            "/topic/shops/{id}/orders",
            "/topic/companies/{id}/inventory",
            "/topic/companies/{id}/analytics",
            "/user/queue/notifications");
  }

  @Nested
  class Orders {

    @Test
    void aCustomerSeesTheStatusesOfTheOwnOrderInTheirOrder() throws Exception {
      String customer = "ann-" + UUID.randomUUID();
      String order = order(customer);
      var watcher =
          connected(TestTokens.customer(customer)).watching("/topic/orders/" + order, registry);

      Envelope<?> first = publish(order, 2, updated(order, customer, "awaiting_payment"));
      publish(order, 3, updated(order, customer, "confirmed"));
      publish(order, 4, new OrderNeedsAttention(order, "N-1", customer, "s1", "deduct", "stuck"));
      publish(
          "pay-" + order,
          2,
          new PaymentSucceeded("pay", order, customer, euros(), "stripe", "pi_secret"));
      publish(order, 5, updated(order, customer, "fulfilled"));

      await().untilAsserted(() -> assertThat(watcher.received).hasSize(4));
      assertThat(watcher.received)
          .extracting(message -> message.at("/type").asString())
          .containsExactly("order.update", "order.update", "payment.success", "order.update");
      assertThat(watcher.received)
          .extracting(message -> message.at("/data/status").asString())
          .containsSubsequence("awaiting_payment", "confirmed", "fulfilled");
      assertThat(watcher.received.getFirst().at("/id").asString()).isEqualTo(first.id());
      assertThat(watcher.received.getFirst().at("/time").isMissingNode()).isFalse();
      assertThat(watcher.received.toString()).doesNotContain("pi_secret");
    }

    @Test
    void theShopSeesItsOrdersAndNobodyElses() throws Exception {
      String shop = "s-" + UUID.randomUUID() + "-of-co";
      var manager =
          connected(TestTokens.manager("co", shop))
              .watching("/topic/shops/" + shop + "/orders", registry);
      String mine = UUID.randomUUID().toString();

      publish("x", 2, updated("x", "ann", "other-" + shop, "placed"));
      publish(mine, 2, updated(mine, "ann", shop, "placed"));

      await().untilAsserted(() -> assertThat(manager.received).isNotEmpty());
      assertThat(manager.received)
          .extracting(message -> message.at("/data/orderId").asString())
          .containsExactly(mine);
      // Learnt from the event: no other service knows this order.
      var customer =
          connected(TestTokens.customer("ann")).watching("/topic/orders/" + mine, registry);
      publish(mine, 3, updated(mine, "ann", shop, "confirmed"));
      await().untilAsserted(() -> assertThat(customer.received).hasSize(1));
    }

    @Test
    void aForeignTenantsEventUnderAShopsNameDoesNotLeave() throws Exception {
      String shop = "s-" + UUID.randomUUID() + "-of-co";
      var admin =
          connected(TestTokens.companyAdmin("co"))
              .watching("/topic/shops/" + shop + "/orders", registry);

      broker.deliver(TestBroker.envelope("o1", "another", 2, updated("o1", "ann", shop, "placed")));
      publish("o2", 2, updated("o2", "ann", shop, "placed"));

      await().untilAsserted(() -> assertThat(admin.received).isNotEmpty());
      assertThat(admin.received)
          .extracting(message -> message.at("/data/orderId").asString())
          .containsExactly("o2");
    }
  }

  @Nested
  class Others {

    @Test
    void aCompanySeesItsStockAndItsAlerts() throws Exception {
      String company = "co-" + UUID.randomUUID();
      var admin =
          connected(TestTokens.companyAdmin(company))
              .watching("/topic/companies/" + company + "/inventory", registry);

      broker.deliver("another", new StockLow("COFFEE", "w9", 1, 5));
      broker.deliver(company, new StockLow("TEA", "w1", 2, 5));
      broker.deliver(
          company, new Broadcast("inventory", "critical_alert", Map.of("title", "Low stock")));

      await().untilAsserted(() -> assertThat(admin.received).hasSize(2));
      assertThat(admin.received.getFirst().at("/data/sku").asString()).isEqualTo("TEA");
      assertThat(admin.received.getLast().at("/type").asString()).isEqualTo("critical_alert");
      assertThat(admin.received.getLast().at("/data/title").asString()).isEqualTo("Low stock");
    }

    @Test
    void aNotificationGoesToItsRecipientAlone() throws Exception {
      String ann = "ann-" + UUID.randomUUID();
      var hers =
          connected(TestTokens.customer(ann)).watching("/user/queue/notifications", registry);
      var his =
          connected(TestTokens.customer("bob")).watching("/user/queue/notifications", registry);

      broker.deliver("co", sent(ann, "email"));
      broker.deliver("co", sent(ann, "in_app"));
      broker.deliver("co", sent("bob", "in_app"));

      await().untilAsserted(() -> assertThat(hers.received).hasSize(1));
      await().untilAsserted(() -> assertThat(his.received).hasSize(1));
      assertThat(hers.received.getFirst().at("/data/title").asString()).isEqualTo("For " + ann);
    }
  }

  @Nested
  class Refusals {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/topic/orders/old-1-bob",
          "/topic/orders/unknown",
          "/topic/shops/s1-of-co/orders",
          "/topic/companies/co/inventory",
          "/topic/companies/co/analytics",
          "/topic/**",
          "/queue/notifications-user1",
          "/user/bob/queue/notifications"
        })
    void aCustomerSeesNothingOfOthers(String destination) throws Exception {
      assertRefused(TestTokens.customer("eve-" + UUID.randomUUID()), destination);
    }

    @Test
    void staffSeesNothingOfOtherTenantsAndShops() throws Exception {
      assertRefused(TestTokens.companyAdmin("rival"), "/topic/orders/old-2-ann");
      assertRefused(TestTokens.companyAdmin("rival"), "/topic/shops/s1-of-co/orders");
      assertRefused(TestTokens.companyAdmin("rival"), "/topic/companies/co/inventory");
      assertRefused(TestTokens.manager("co", "s2"), "/topic/orders/old-3-ann");
      assertRefused(TestTokens.manager("co", "s2"), "/topic/shops/s1-of-co/orders");
      assertRefused(TestTokens.shopStaff("co", "s1"), "/topic/companies/co/analytics");
    }

    @Test
    void whatCannotBeCheckedIsNotGranted() throws Exception {
      var watcher = connected(TestTokens.companyAdmin("co"));
      watcher.subscribe("/topic/orders/down-1");

      await().until(() -> !watcher.isConnected());
      assertThat(watcher.errors).contains("unavailable");
    }

    @Test
    void nothingCanBeSent() throws Exception {
      var watcher = connected(TestTokens.superAdmin());
      watcher.send("/topic/orders/o1");

      await().until(() -> !watcher.isConnected());
      assertThat(watcher.errors).contains("listen_only");
    }

    @Test
    void aConnectionHasAFewSubscriptionsOnly() throws Exception {
      var watcher = connected(TestTokens.customer("keen-" + UUID.randomUUID()));
      for (int n = 0; n < 6; n++) {
        watcher.subscribe("/user/queue/notifications");
      }

      await().untilAsserted(() -> assertThat(watcher.errors).contains("too_many_subscriptions"));
      await().until(() -> !watcher.isConnected());
    }

    @Test
    void aSubscriptionHasAShortId() throws Exception {
      var watcher = connected(TestTokens.customer("wordy-" + UUID.randomUUID()));
      watcher.subscribe("/user/queue/notifications", "i".repeat(100));
      watcher.subscribe("/user/queue/notifications", "j".repeat(101));

      await().untilAsserted(() -> assertThat(watcher.errors).contains("subscription_id_refused"));
      await().until(() -> !watcher.isConnected());
    }

    @Test
    void nobodyConnectsWithoutAValidToken() {
      assertThatThrownBy(() -> Watcher.connect(port, null)).hasMessageContaining("not connected");
      assertThatThrownBy(() -> Watcher.connect(port, "forged.to.ken"))
          .hasMessageContaining("not connected");
      String foreign =
          TestTokens.token("ann", Role.CUSTOMER, claims -> claims.audience("elsewhere"));
      assertThatThrownBy(() -> Watcher.connect(port, foreign))
          .hasMessageContaining("not connected");
    }

    @Test
    void pagesOfOthersDoNotConnect() throws Exception {
      String token = TestTokens.customer("ann-" + UUID.randomUUID());
      assertThatThrownBy(() -> Watcher.connect(port, token, "https://evil.example"))
          .hasMessageContaining("not connected");
      open.add(Watcher.connect(port, token, "http://localhost:3000"));
    }

    @Test
    void aUserHoldsAFewConnectionsOnly() throws Exception {
      String token = TestTokens.customer("many-" + UUID.randomUUID());
      for (int n = 0; n < 3; n++) {
        connected(token);
      }

      assertThatThrownBy(() -> Watcher.connect(port, token)).hasMessageContaining("not connected");
    }
  }

  @Nested
  class Ends {

    @Test
    void whatIsUnsubscribedIsGoneAndCountsNoMore() throws Exception {
      String customer = "ann-" + UUID.randomUUID();
      String order = order(customer);
      String topic = "destination:/topic/orders/" + order;
      String token = "Authorization:Bearer " + TestTokens.customer(customer);
      var frames = new StringBuilder(RawClient.frame("CONNECT", "accept-version:1.2", token));
      for (int n = 0; n < 200; n++) {
        frames.append(RawClient.frame("SUBSCRIBE", "id:left-" + n, topic));
        frames.append(RawClient.frame("UNSUBSCRIBE", "id:left-" + n));
      }
      frames.append(RawClient.frame("SUBSCRIBE", "id:last", "receipt:last", topic));
      var client = RawClient.open(port);
      client.say(frames.toString());
      await().until(() -> client.heard("receipt-id:last"));

      Envelope<?> first = publish(order, 2, updated(order, customer, "awaiting_payment"));
      Envelope<?> second = publish(order, 3, updated(order, customer, "confirmed"));

      await().until(() -> client.heard(second.id()));
      assertThat(client.received)
          .filteredOn(frame -> frame.contains(first.id()))
          .singleElement()
          .asString()
          .contains("subscription:last");
      client.close();
    }

    @Test
    void aConnectionIsClosedWhoseClientNeverSaysWhoItIs() throws Exception {
      var client = RawClient.open(port);

      await().until(() -> client.end() != null);
      assertThat(client.end())
          .isEqualTo(CloseStatus.POLICY_VIOLATION.withReason("no CONNECT in time"));
    }

    @Test
    void aHeartbeatIsNoWordOfWhoSomebodyIs() throws Exception {
      var client = RawClient.open(port);
      client.say("\n");

      await().until(() -> client.end() != null);
    }

    @Test
    void aConnectionIsClosedWhenItsTokenIsRevoked() throws Exception {
      String user = "ann-" + UUID.randomUUID();
      var watcher = connected(TestTokens.customer(user));
      var other = connected(TestTokens.customer("bob"));

      broker.deliver(null, new UserSessionsRevoked(user, Instant.now().plusMillis(1), "logout"));

      await().atMost(Duration.ofSeconds(5)).until(() -> !watcher.isConnected());
      assertThat(other.isConnected()).isTrue();
    }

    @Test
    void aConnectionIsClosedThoughNoEventTellsOfTheRevocation() throws Exception {
      String user = "unheard-of-" + UUID.randomUUID();
      var watcher = connected(TestTokens.customer(user));

      TestTokens.revoke(user);

      await().atMost(Duration.ofSeconds(5)).until(() -> !watcher.isConnected());
    }

    @Test
    void aConnectionIsClosedWhenItsSessionEnds() throws Exception {
      String user = "ann-" + UUID.randomUUID();
      var here = connected(ofSession(user, "here"));
      var there = connected(ofSession(user, "there"));

      broker.deliver(null, new UserSessionEnded(user, "there", "ended_by_owner"));

      await().atMost(Duration.ofSeconds(5)).until(() -> !there.isConnected());
      assertThat(here.isConnected()).isTrue();
    }

    private static String ofSession(String user, String sessionId) {
      return TestTokens.token(
          user, Role.CUSTOMER, claims -> claims.claim(TokenClaims.SESSION, sessionId));
    }

    @Test
    void aConnectionIsClosedWhenItsTokenExpires() throws Exception {
      Date soon = Date.from(Instant.now().plusSeconds(3));
      var watcher =
          connected(
              TestTokens.token(
                  "ann-" + UUID.randomUUID(),
                  Role.CUSTOMER,
                  claims -> claims.expirationTime(soon)));

      await().atMost(Duration.ofSeconds(8)).until(() -> !watcher.isConnected());
    }
  }

  @Test
  void runsWithoutADatabaseAndOpensTheHandshakeAlone() {
    assertThat(ClassUtils.isPresent("com.mongodb.client.MongoClient", null)).isFalse();
    api.get("/health").expect(200);
    assertThat(policy.rules())
        .singleElement()
        .satisfies(rule -> assertThat(rule.operation()).isEqualTo("GET /ws"));
    api.get("/ws").expect(400);
    api.as(TestTokens.superAdmin()).get("/api/chat").expectProblem(404, "no_such_operation");
  }

  private void assertRefused(String token, String destination) throws Exception {
    var watcher = connected(token);
    watcher.subscribe(destination);

    await().untilAsserted(() -> assertThat(watcher.errors).contains("topic_refused"));
    await().until(() -> !watcher.isConnected());
    assertThat(watcher.received).isEmpty();
  }

  private Watcher connected(String token) throws Exception {
    Watcher watcher = Watcher.connect(port, token);
    open.add(watcher);
    return watcher;
  }

  private <T extends Fact> Envelope<T> publish(String subject, long version, T event) {
    return broker.deliver(TestBroker.envelope(subject, "co", version, event));
  }

  private static String order(String customer) {
    return "old-" + Math.abs(customer.hashCode()) + "-" + customer;
  }

  private static OrderUpdated updated(String order, String customer, String status) {
    return updated(order, customer, "s1", status);
  }

  private static OrderUpdated updated(String order, String customer, String shop, String status) {
    return new OrderUpdated(order, "N-1", customer, shop, "placed", status, null);
  }

  private static NotificationSent sent(String user, String channel) {
    return new NotificationSent(
        "n1", user, channel, "order_confirmed", "normal", "For " + user, "text");
  }

  private static Money euros() {
    return new Money(1999, Currency.getInstance("EUR"));
  }
}
