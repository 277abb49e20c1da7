package io.emporium.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.events.Envelope;
import io.emporium.events.Message;
import io.emporium.events.notification.CriticalAlert;
import io.emporium.events.notification.NotificationSent;
import io.emporium.events.notification.SendNotification;
import io.emporium.events.user.UserDisabled;
import io.emporium.events.user.UserEnabled;
import io.emporium.events.user.UserRegistered;
import io.emporium.events.user.UserRoleChanged;
import io.emporium.events.websocket.Broadcast;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.simulation.BadDay;
import io.emporium.kit.testing.simulation.Shuffled;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// News of people, then what they are to be told: each three times, in any order. As long as nobody
/// crashes, everybody is told everything exactly once per channel.
@ServiceTest
class ShuffleIT {

  private static final Map<String, String> ORDER = Map.of("number", "ORD-1", "total", "USD 19.99");

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;
  @Autowired private BadDay badDay;

  /// Two people of a company; the manager has risen from the staff, and was away for a while.
  private record World(String company, String admin, String manager) {

    List<Envelope<? extends Message>> news() {
      return List.of(
          news(admin, 1, registered(admin, "company_admin")),
          news(manager, 1, registered(manager, "shop_staff")),
          news(
              manager,
              2,
              new UserRoleChanged(manager, "shop_manager", "shop_staff", company, List.of("s1"))),
          news(manager, 3, new UserDisabled(manager, "away")),
          news(manager, 4, new UserEnabled(manager)));
    }

    List<Envelope<? extends Message>> commands() {
      return List.of(
          news("placed-" + admin, 1, order(admin, "order_placed")),
          news("confirmed-" + admin, 1, order(admin, "order_confirmed")),
          news("confirmed-" + manager, 1, order(manager, "order_confirmed")),
          news(
              "alert-of-" + company,
              1,
              new CriticalAlert("s1", "low_stock", "Low stock", "TEA", Map.of("of", company))));
    }

    private Envelope<Message> news(String subject, long version, Message message) {
      return TestBroker.envelope(subject, company, version, message);
    }

    private UserRegistered registered(String user, String role) {
      return new UserRegistered(user, Inboxes.addressOf(user), null, role, company, List.of("s1"));
    }

    private static SendNotification order(String user, String template) {
      return new SendNotification(
          user, null, null, List.of("email", "in_app"), template, "normal", ORDER);
    }
  }

  @Test
  void everybodyIsToldEverythingOnce() {
    Queue<World> worlds = new ConcurrentLinkedQueue<>();
    Shuffled.forEverySeed(
        random -> {
          World world = told(random);
          await().untilAsserted(() -> requireToldOnce(world));
          worlds.add(world);
        });
    // After all the others have come to their end, nobody has been told more.
    worlds.forEach(this::requireToldOnce);
  }

  private World told(Random random) {
    String id = UUID.randomUUID().toString();
    World world = new World("co-" + id, "admin-" + id, "manager-" + id);
    badDay.deliver(world.news(), random);
    badDay.deliver(world.commands(), random);
    return world;
  }

  private void requireToldOnce(World world) {
    requireToldOnce(
        world.admin(),
        "critical_alert email sent",
        "critical_alert in_app sent",
        "order_confirmed email sent",
        "order_confirmed in_app sent",
        "order_placed email sent",
        "order_placed in_app sent");
    requireToldOnce(
        world.manager(),
        "critical_alert email sent",
        "critical_alert in_app sent",
        "order_confirmed email sent",
        "order_confirmed in_app sent");
    assertThat(
            broker.published(Broadcast.class, e -> world.company().equals(e.payload().get("of"))))
        .hasSize(1);
  }

  private void requireToldOnce(String user, String... all) {
    Inboxes inboxes = new Inboxes(api);
    assertThat(inboxes.of(user)).containsExactly(all);
    assertThat(inboxes.mails(user)).hasSize(all.length / 2).doesNotHaveDuplicates();
    assertThat(broker.published(NotificationSent.class, e -> e.userId().equals(user)))
        .hasSize(all.length);
  }
}
