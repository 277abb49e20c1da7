package io.emporium.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMailUtil;
import io.emporium.events.Envelope;
import io.emporium.events.Message;
import io.emporium.events.notification.CriticalAlert;
import io.emporium.events.notification.NotificationFailed;
import io.emporium.events.notification.NotificationSent;
import io.emporium.events.notification.NotificationSuppressed;
import io.emporium.events.notification.SendNotification;
import io.emporium.events.user.UserDisabled;
import io.emporium.events.user.UserEnabled;
import io.emporium.events.user.UserRegistered;
import io.emporium.events.user.UserRoleChanged;
import io.emporium.events.websocket.Broadcast;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestTokens;
import io.emporium.notification.channel.Channel;
import io.emporium.notification.delivery.Delivery;
import io.emporium.notification.recipient.Recipient;
import io.emporium.notification.recipient.Recipients;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class NotificationIT {

  private static final Map<String, String> ORDER = Map.of("number", "ORD-1", "total", "USD 19.99");

  @Autowired private TestApi api;
  @Autowired private Recipients recipients;
  @Autowired private TestBroker broker;
  @Autowired private AggregateStore<Delivery> deliveries;

  @Nested
  class Mail {

    @Test
    void isSentOnceHoweverOftenItIsAsked() throws Exception {
      String user = registered(null, "customer");

      Envelope<?> command =
          broker.deliver("co", order(user, null, "order_confirmed", ORDER, "email", "in_app"));
      broker.deliver(command);
      broker.deliver(command);
      var second = broker.deliver("co", order(user, null, "order_placed", ORDER, "email"));

      broker.awaitPublished(
          NotificationSent.class,
          sent -> sent.userId().equals(user) && sent.template().equals("order_placed"));
      await().untilAsserted(() -> assertThat(subjects(user)).hasSize(2));
      assertThat(subjects(user))
          .containsExactlyInAnyOrder("Your order ORD-1 is confirmed", "We have your order ORD-1");
      MimeMessage mail = mails(user).getFirst();
      assertThat(mail.getHeader("Message-ID")[0]).matches("<ntf-[0-9a-f]{32}@emporium.local>");
      assertThat(GreenMailUtil.getWholeMessage(mail)).contains("USD 19.99").contains("text/html");
      var events = broker.published(NotificationSent.class, sent -> sent.userId().equals(user));
      assertThat(events)
          .extracting(sent -> sent.data().template() + " " + sent.data().channel())
          .containsExactlyInAnyOrder(
              "order_confirmed email", "order_confirmed in_app", "order_placed email");
      assertThat(events).extracting(Envelope::companyid).containsOnly("co");
      assertThat(events)
          .extracting(Envelope::correlationid)
          .containsOnly(command.correlationid(), second.correlationid());
    }

    @Test
    void goesToTheAddressOfTheCommandWhereThereIsOne() {
      String address = UUID.randomUUID() + "@given.example.com";

      broker.deliver("co", order("unknown-user", address, "order_confirmed", ORDER, "email"));

      await().untilAsserted(() -> assertThat(Outside.mailsTo(address)).hasSize(1));
    }

    @Test
    void forgetsTheLinkThatLetsSomebodyIn() throws Exception {
      String user = registered(null, "customer");
      String link = "https://shop.example/reset-password#token=pr_1.secret";
      var variables = Map.of("link", link, "validFor", "30 minutes");

      broker.deliver("co", order(user, null, "reset_password", variables, "email"));

      var sent = broker.awaitPublished(NotificationSent.class, e -> e.userId().equals(user));
      assertThat(sent.data().text()).isEmpty();
      assertThat(GreenMailUtil.getWholeMessage(mails(user).getFirst())).contains("pr_1.secret");
      assertThat(deliveries.get(Scope.platform(), sent.data().notificationId()).content().text())
          .isEmpty();
    }

    @Test
    void waitsForTheAccountToBeKnown() {
      String user = "late-" + UUID.randomUUID();
      broker.deliver("co", order(user, null, "order_confirmed", ORDER, "email"));

      broker.deliver(registration(user, null, "customer"));

      await().untilAsserted(() -> assertThat(mails(user)).hasSize(1));
    }

    @Test
    void isSuppressedWhenNobodyKnowsWhereTo() {
      String user = "nobody-" + UUID.randomUUID();
      broker.deliver("co", order(user, null, "order_confirmed", ORDER, "email"));

      var event =
          broker.awaitPublished(
              NotificationSuppressed.class, suppressed -> suppressed.userId().equals(user));

      assertThat(event.data().reason()).isEqualTo("no_address");
      var record = admin().get("/api/notifications/deliveries?userId=" + user).expect(200);
      assertThat(record.json().at("/items/0/attempts").size()).isEqualTo(4);
      assertThat(record.text("/items/0/status")).isEqualTo("suppressed");
    }

    @Test
    void failsVisiblyWhenItCannotBeSaidOrSent() {
      String user = registered(null, "customer");
      broker.deliver("co", order(user, null, "order_confirmed", Map.of("number", "1"), "email"));
      broker.deliver("co", order(user, null, "nonsense", ORDER, "email"));
      broker.deliver("co", order(user, "not an address", "order_confirmed", ORDER, "email"));

      await()
          .untilAsserted(
              () ->
                  assertThat(
                          broker.published(
                              NotificationFailed.class, failed -> failed.userId().equals(user)))
                      .extracting(failed -> failed.data().reason())
                      .containsExactlyInAnyOrder(
                          "missing_variable:total", "unknown_template:nonsense", "bad_address"));
    }

    @Test
    void isFoundByHowItEnded() {
      String user = registered(null, "customer");
      broker.deliver("co", order(user, null, "order_confirmed", ORDER, "in_app"));
      broker.deliver("co", order(user, null, "nonsense", ORDER, "email"));
      broker.awaitPublished(NotificationSent.class, sent -> sent.userId().equals(user));
      broker.awaitPublished(NotificationFailed.class, failed -> failed.userId().equals(user));
      String path = "/api/notifications/deliveries?userId=" + user + "&status=";

      var found = admin().get(path + "failed").expect(200);

      assertThat(found.json().at("/totalItems").asInt()).isEqualTo(1);
      assertThat(found.text("/items/0/reason")).isEqualTo("unknown_template:nonsense");
      assertThat(admin().get(path + "pending").expect(200).json().at("/totalItems").asInt())
          .isZero();
      var problem = admin().get(path + "lost").expectProblem(400, "invalid_request");
      assertThat(problem.at("/errors/0/message").asString())
          .isEqualTo("must be pending, sent, failed or suppressed");
    }

    @Test
    void aCommandThatMakesNoSenseIsParked() {
      int parked = broker.depth("notification.parking");
      broker.deliver(
          "co",
          new SendNotification(
              "u", null, null, List.of("pigeon"), "order_placed", "normal", ORDER));

      await()
          .untilAsserted(
              () -> assertThat(broker.depth("notification.parking")).isGreaterThan(parked));
    }
  }

  @Nested
  class InApp {

    @Test
    void isReadByItsRecipientAlone() {
      String user = registered(null, "customer");
      broker.deliver("co", order(user, null, "order_confirmed", ORDER, "in_app"));
      broker.awaitPublished(
          NotificationSent.class,
          sent -> sent.userId().equals(user) && sent.text().contains("USD 19.99"));
      var own = api.as(TestTokens.customer(user));

      var list = own.get("/api/notifications").expect(200);
      String id = list.text("/items/0/id");

      assertThat(list.json().at("/totalItems").asInt()).isEqualTo(1);
      assertThat(list.text("/items/0/title")).contains("ORD-1");
      assertThat(list.json().at("/items/0/read").asBoolean()).isFalse();
      var foreign = api.as(TestTokens.customer("somebody-else"));
      assertThat(foreign.get("/api/notifications").expect(200).json().at("/totalItems").asInt())
          .isZero();
      foreign
          .post("/api/notifications/" + id + "/read", null)
          .expectProblem(404, "notification_not_found");
      own.post("/api/notifications/" + id + "/read", null).expect(200);
      assertThat(
              own.get("/api/notifications?unread=true")
                  .expect(200)
                  .json()
                  .at("/totalItems")
                  .asInt())
          .isZero();
    }

    @Test
    void recordsAreForAdminsOfTheirCompany() {
      String user = registered(null, "customer");
      broker.deliver("co", order(user, null, "order_confirmed", ORDER, "in_app"));
      broker.awaitPublished(NotificationSent.class, sent -> sent.userId().equals(user));
      String path = "/api/notifications/deliveries?userId=" + user;

      assertThat(admin().get(path).expect(200).json().at("/totalItems").asInt()).isEqualTo(1);
      var foreign = api.as(TestTokens.companyAdmin("another"));
      assertThat(foreign.get(path).expect(200).json().at("/totalItems").asInt()).isZero();
      api.as(TestTokens.customer(user)).get(path).expectProblem(403, "forbidden");
      api.get("/api/notifications").expectProblem(401, "unauthenticated");
    }
  }

  @Nested
  class OtherChannels {

    @Test
    void smsGoesThroughTwiliosClient() {
      broker.deliver("co", text("+33612345678"));

      await()
          .untilAsserted(
              () ->
                  assertThat(Outside.PROVIDERS.sms)
                      .anyMatch(
                          sms ->
                              sms.startsWith("/twilio/2010-04-01/Accounts/ACtest/Messages.json")
                                  && sms.contains("To=+33612345678")
                                  && sms.contains("ORD-1")));
    }

    @Test
    void aNumberThatTwilioRefusesFailsAtOnce() {
      String user = "sms-" + UUID.randomUUID();
      broker.deliver(
          "co",
          new SendNotification(
              user, null, "invalid", List.of("sms"), "order_placed", "normal", ORDER));

      var failed =
          broker.awaitPublished(NotificationFailed.class, event -> event.userId().equals(user));
      assertThat(failed.data().reason()).isEqualTo("twilio:21211");
    }

    @Test
    void pushGoesToTheDevicesOfTheUser() {
      String user = "push-" + UUID.randomUUID();
      api.as(TestTokens.customer(user))
          .put("/api/notifications/devices", Map.of("token", "device-of-" + user))
          .expect(200);

      broker.deliver("co", order(user, null, "order_confirmed", ORDER, "push"));

      await()
          .untilAsserted(
              () ->
                  assertThat(Outside.PROVIDERS.pushes)
                      .anyMatch(
                          push ->
                              push.startsWith("/fcm/v1/projects/test-project/messages:send")
                                  && push.contains("device-of-" + user)));
    }
  }

  @Nested
  class Alerts {

    @Test
    void reachAdminsAndTheManagersOfTheShop() {
      String company = "co-" + UUID.randomUUID();
      String admin = registered(company, "company_admin");
      String manager = registered(company, "shop_manager", "s1");
      String other = registered(company, "shop_manager", "s2");
      String staff = registered(company, "shop_staff", "s1");
      String foreign = registered("co-" + UUID.randomUUID(), "company_admin");

      Envelope<?> alert = broker.deliver(company, lowStock("s1"));
      broker.deliver(alert);

      await().untilAsserted(() -> assertThat(mails(admin)).hasSize(1));
      await().untilAsserted(() -> assertThat(mails(manager)).hasSize(1));
      assertThat(Stream.of(other, staff, foreign).flatMap(user -> mails(user).stream())).isEmpty();
      var inApp =
          api.as(TestTokens.token(admin, io.emporium.kit.security.Role.CUSTOMER, claims -> {}))
              .get("/api/notifications")
              .expect(200);
      assertThat(inApp.text("/items/0/priority")).isEqualTo("critical");
      await().until(() -> !broadcasts(company).isEmpty());
      assertThat(broadcasts(company))
          .singleElement()
          .satisfies(
              sent -> {
                assertThat(sent.topic()).isEqualTo("inventory");
                assertThat(sent.kind()).isEqualTo("critical_alert");
                assertThat(sent.payload()).containsEntry("sku", "TEA");
              });
    }

    private List<Broadcast> broadcasts(String company) {
      return broker.published(Broadcast.class, sent -> true).stream()
          .filter(sent -> company.equals(sent.companyid()))
          .map(Envelope::data)
          .toList();
    }

    @Test
    void ofDebtsReachAdminsAlone() {
      String company = "co-" + UUID.randomUUID();
      String admin = registered(company, "company_admin");
      String manager = registered(company, "shop_manager", "s1");

      broker.deliver(
          company, new CriticalAlert(null, "debt_overdue", "Overdue", "Tea House owes", Map.of()));

      await().untilAsserted(() -> assertThat(mails(admin)).hasSize(1));
      await().until(() -> broker.depth("notification.alerts") == 0);
      assertThat(mails(manager)).isEmpty();
      assertThat(broadcasts(company)).isEmpty();
    }

    @Test
    void followARoleThatChanges() {
      String company = "co-" + UUID.randomUUID();
      String user = registered(company, "shop_staff", "s1");
      String admin = registered(company, "company_admin");
      broker.deliver(
          TestBroker.envelope(
              user,
              company,
              2,
              new UserRoleChanged(user, "shop_manager", "shop_staff", company, List.of("s1"))));

      await().until(() -> recipients.responsibleFor(company, "s1").size() == 2);

      broker.deliver(company, lowStock("s1"));
      await().untilAsserted(() -> assertThat(mails(user)).hasSize(1));
      await().untilAsserted(() -> assertThat(mails(admin)).isNotEmpty());
    }

    @Test
    void reachWhoAnswersWhateverTheOrderAndRepetitionOfNews() {
      String company = "co-" + UUID.randomUUID();
      String user = "late-" + UUID.randomUUID();
      Message promoted =
          new UserRoleChanged(user, "shop_manager", "shop_staff", company, List.of("s1"));

      for (int n = 0; n < 2; n++) {
        tell(user, company, 4, new UserEnabled(user));
        tell(user, company, 3, new UserDisabled(user, "left"));
        tell(user, company, 2, promoted);
        broker.deliver(registration(user, company, "shop_staff"));
      }

      await()
          .untilAsserted(
              () ->
                  assertThat(recipients.responsibleFor(company, "s1"))
                      .singleElement()
                      .extracting(Recipient::email)
                      .isEqualTo(address(user)));
      await().until(() -> broker.depth("notification.recipients") == 0);
      assertThat(recipients.responsibleFor(company, "s1")).hasSize(1);
    }

    private void tell(String user, String company, long version, Message news) {
      broker.deliver(TestBroker.envelope(user, company, version, news));
    }

    @Test
    void areNotDelayedByAFloodOfOrdinaryMessages() {
      String company = "co-" + UUID.randomUUID();
      String admin = registered(company, "company_admin");
      Outside.PROVIDERS.close();
      try {
        for (int n = 0; n < 40; n++) {
          broker.deliver("co", text("+336000%03d99".formatted(n)));
        }
        broker.deliver(company, lowStock("s1"));

        await().untilAsserted(() -> assertThat(mails(admin)).hasSize(1));
        assertThat(Outside.PROVIDERS.sms).noneMatch(sms -> sms.contains("+336000"));
      } finally {
        Outside.PROVIDERS.open();
      }
      await()
          .untilAsserted(
              () ->
                  assertThat(Outside.PROVIDERS.sms.stream().filter(sms -> sms.contains("+336000")))
                      .hasSize(40));
    }
  }

  private TestApi admin() {
    return api.as(TestTokens.companyAdmin("co"));
  }

  private String registered(String companyId, String role, String... shops) {
    String user = role + "-" + UUID.randomUUID();
    broker.deliver(registration(user, companyId, role, shops));
    await().until(() -> !recipients.addressesOf(user, Channel.EMAIL).isEmpty());
    return user;
  }

  private static Envelope<UserRegistered> registration(
      String user, String companyId, String role, String... shops) {
    return TestBroker.envelope(
        user,
        companyId,
        1,
        new UserRegistered(user, address(user), null, role, companyId, List.of(shops)));
  }

  private static SendNotification order(
      String user, String email, String template, Map<String, String> vars, String... channels) {
    return new SendNotification(user, email, null, List.of(channels), template, "normal", vars);
  }

  private static SendNotification text(String phone) {
    return new SendNotification(
        "sms-user", null, phone, List.of("sms"), "order_placed", "normal", ORDER);
  }

  private static CriticalAlert lowStock(String shopId) {
    return new CriticalAlert(
        shopId, "low_stock", "Low stock", "TEA: 2 left", Map.of("sku", "TEA", "available", "2"));
  }

  private static String address(String user) {
    return user + "@example.com";
  }

  private static List<MimeMessage> mails(String user) {
    return Outside.mailsTo(address(user));
  }

  private static List<String> subjects(String user) {
    return mails(user).stream().map(NotificationIT::subject).toList();
  }

  private static String subject(MimeMessage mail) {
    try {
      return mail.getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
