package io.emporium.notification;

import io.emporium.events.Envelope;
import io.emporium.events.Message;
import io.emporium.events.catalog.CustomerProfileUpdated;
import io.emporium.events.notification.CriticalAlert;
import io.emporium.events.notification.SendNotification;
import io.emporium.events.user.UserDisabled;
import io.emporium.events.user.UserEmailVerified;
import io.emporium.events.user.UserEnabled;
import io.emporium.events.user.UserRegistered;
import io.emporium.events.user.UserRoleChanged;
import io.emporium.kit.store.SharedStore;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestTokens;
import io.emporium.kit.testing.crash.CrashSweep;
import io.emporium.kit.testing.crash.NewsSamples;
import io.emporium.kit.testing.crash.Sample;
import io.emporium.notification.recipient.Profile;
import io.emporium.notification.recipient.Recipient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/// Every handler of the service, halted at each of its points, also where a lane claims a delivery
/// for another attempt and where it enters what a provider has answered. A mail may then be sent
/// again, with the id that it had.
@ServiceTest
class NotificationCrashSweepIT extends CrashSweep {

  private static final String SHOP = "s1";
  private static final Map<String, String> ORDER = Map.of("number", "ORD-1", "total", "USD 19.99");

  @Autowired private TestApi api;
  @Autowired private SharedStore<Recipient> recipients;
  @Autowired private SharedStore<Profile> profiles;

  /// A company, its admin and its manager.
  private record World(String company, String admin, String manager) {

    static World fresh() {
      String id = UUID.randomUUID().toString();
      return new World("co-" + id, "admin-" + id, "manager-" + id);
    }

    /// Nobody else's, and none that the stub holds back.
    String phone() {
      return Integer.toUnsignedString(company.hashCode()) + "0";
    }

    UserRegistered registered(String user, String role) {
      return new UserRegistered(user, Inboxes.addressOf(user), "Ada", role, company, List.of(SHOP));
    }

    UserRegistered asAdmin() {
      return registered(admin, "company_admin");
    }
  }

  @Override
  protected List<Sample> samples() {
    List<Sample> all = new ArrayList<>();
    all.addAll(orders());
    all.addAll(alerts());
    all.addAll(accounts());
    return all;
  }

  private List<Sample> orders() {
    NewsSamples<World> known = asked(this::registered);
    return List.of(
        known.first(
            SendNotification.class,
            "by mail and in the application",
            w -> order(w, null, "order_confirmed", "email", "in_app")),
        known.first(
            SendNotification.class,
            "by text message",
            w ->
                new SendNotification(
                    w.admin(), null, "+33611", List.of("sms"), "order_placed", "normal", ORDER)),
        known.first(
            SendNotification.class,
            "to a carrier that is busy at first",
            w ->
                new SendNotification(
                    w.admin(),
                    null,
                    ProviderStub.BUSY_AT_FIRST + w.phone(),
                    List.of("sms"),
                    "order_placed",
                    "normal",
                    ORDER)),
        known.first(
            SendNotification.class, "to a device", w -> order(w, null, "order_confirmed", "push")),
        known.first(
            SendNotification.class,
            "that no template says",
            w -> order(w, null, "nonsense", "email", "in_app")),
        known.first(
            SendNotification.class,
            "to an address that is none",
            w -> order(w, "not an address", "order_confirmed", "email")),
        asked(World::fresh)
            .first(
                SendNotification.class,
                "to nobody known",
                w -> order(w, null, "order_confirmed", "email")));
  }

  private NewsSamples<World> asked(Supplier<World> worlds) {
    return newsOf(worlds, w -> "ask-" + w.admin(), World::company, w -> told(w.admin()));
  }

  private List<Sample> alerts() {
    return List.of(
        newsOf(
                this::registered,
                w -> "alert-of-" + w.company(),
                World::company,
                w -> told(w.admin()) + told(w.manager()))
            .first(
                CriticalAlert.class,
                "to an admin and a manager",
                _ ->
                    new CriticalAlert(
                        SHOP, "low_stock", "Low stock", "TEA: 2 left", Map.of("sku", "TEA"))));
  }

  private List<Sample> accounts() {
    NewsSamples<World> news =
        newsOf(
            World::fresh,
            World::admin,
            World::company,
            w -> recipients.find(w.admin()) + " " + profiles.find(w.admin()));
    return List.of(
        news.first(UserRegistered.class, "of the staff", World::asAdmin),
        news.after(
            World::asAdmin,
            UserRoleChanged.class,
            "who falls",
            w ->
                new UserRoleChanged(
                    w.admin(), "shop_staff", "company_admin", w.company(), List.of("s2"))),
        news.first(
            UserRoleChanged.class,
            "before the account is known",
            w ->
                new UserRoleChanged(
                    w.admin(), "shop_staff", "company_admin", w.company(), List.of("s2"))),
        news.after(
            World::asAdmin,
            UserEmailVerified.class,
            "of another address",
            w -> new UserEmailVerified(w.admin(), "new-" + Inboxes.addressOf(w.admin()))),
        news.after(
            World::asAdmin,
            UserDisabled.class,
            "of the staff",
            w -> new UserDisabled(w.admin(), "left")),
        news.after(
            w -> new UserDisabled(w.admin(), "left"),
            UserEnabled.class,
            "again",
            w -> new UserEnabled(w.admin())),
        news.first(
            CustomerProfileUpdated.class,
            "with a phone",
            w -> new CustomerProfileUpdated(w.admin(), "Ada", "+33612", "fr")));
  }

  private String told(String user) {
    return new Inboxes(api).of(user)
        + ", different mails "
        + new TreeSet<>(new Inboxes(api).mails(user)).size()
        + "\n";
  }

  /// A world whose people are known, the admin with a device.
  private World registered() {
    World world = World.fresh();
    tell(news(world, world.admin(), world.asAdmin()));
    tell(news(world, world.manager(), world.registered(world.manager(), "shop_manager")));
    api.as(TestTokens.customer(world.admin()))
        .put("/api/notifications/devices", Map.of("token", "device-of-" + world.admin()))
        .expect(200);
    return world;
  }

  private static Envelope<Message> news(World world, String user, Message message) {
    return TestBroker.envelope(user, world.company(), 1, message);
  }

  private static SendNotification order(
      World world, @Nullable String email, String template, String... channels) {
    return new SendNotification(
        world.admin(), email, null, List.of(channels), template, "normal", ORDER);
  }
}
