package io.emporium.company;

import io.emporium.company.business.OpenMatters;
import io.emporium.events.catalog.ProductPublished;
import io.emporium.events.debt.DebtOpened;
import io.emporium.events.debt.DebtSettled;
import io.emporium.events.order.OrderCancelled;
import io.emporium.events.order.OrderCompleted;
import io.emporium.events.order.OrderCreated;
import io.emporium.events.order.OrderExpired;
import io.emporium.events.order.OrderRejected;
import io.emporium.events.user.UserDisabled;
import io.emporium.events.user.UserEnabled;
import io.emporium.events.user.UserRegistered;
import io.emporium.events.user.UserRoleChanged;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestTokens;
import io.emporium.kit.testing.crash.CrashSweep;
import io.emporium.kit.testing.crash.NewsSamples;
import io.emporium.kit.testing.crash.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;

/// Every handler of the service, halted at each of its points. What news in the wrong order come to
/// is in `BusinessIT` and `AdminsIT`.
@ServiceTest
class CompanyCrashSweepIT extends CrashSweep {

  @Autowired private TestApi api;
  @Autowired private OpenMatters matters;

  /// A company of its own, and the id of whatever it deals with.
  private record World(String company) {

    String subject() {
      return "x-" + company;
    }

    UserRegistered registered() {
      return new UserRegistered(
          subject(), subject() + "@example.com", "Ada", "company_admin", company, List.of());
    }
  }

  @Override
  protected List<Sample> samples() {
    NewsSamples<World> news = newsOf(this::world, World::subject, World::company, this::state);
    List<Sample> all = new ArrayList<>();
    all.addAll(trade(news));
    all.addAll(accounts(news));
    return all;
  }

  private static List<Sample> trade(NewsSamples<World> news) {
    Function<World, OrderCreated> ordered = w -> Trade.ordered(w.subject());
    Function<World, DebtOpened> owed = w -> Trade.owed(w.subject());
    return List.of(
        news.first(ProductPublished.class, "of a company", w -> Trade.published(w.company())),
        news.first(OrderCreated.class, "of a company", ordered),
        news.after(
            ordered,
            OrderRejected.class,
            "of an open order",
            w -> new OrderRejected(w.subject(), "1", "c", "s", "no_stock")),
        news.after(
            ordered,
            OrderCancelled.class,
            "of an open order",
            w -> new OrderCancelled(w.subject(), "1", "c", "s", "no")),
        news.after(
            ordered,
            OrderExpired.class,
            "of an open order",
            w -> new OrderExpired(w.subject(), "1", "c", "s")),
        news.after(
            ordered, OrderCompleted.class, "of an open order", w -> Trade.completed(w.subject())),
        news.first(DebtOpened.class, "of a company", owed),
        news.after(owed, DebtSettled.class, "of an open debt", w -> Trade.settled(w.subject())));
  }

  private static List<Sample> accounts(NewsSamples<World> news) {
    return List.of(
        news.first(UserRegistered.class, "of an admin", World::registered),
        news.after(
            World::registered,
            UserRoleChanged.class,
            "of an admin",
            w ->
                new UserRoleChanged(
                    w.subject(), "shop_staff", "company_admin", w.company(), List.of())),
        news.after(
            World::registered,
            UserDisabled.class,
            "of an admin",
            w -> new UserDisabled(w.subject(), "left")),
        news.after(
            World::registered,
            UserEnabled.class,
            "of an admin",
            w -> new UserEnabled(w.subject())));
  }

  private String state(World world) {
    TestApi admin = api.as(TestTokens.companyAdmin(world.company()));
    String path = "/api/companies/" + world.company();
    return matters.of(world.company()).inWords()
        + ", books open "
        + admin.get(path).expect(200).json().path("fixedSince").isString()
        + ", admins "
        + admin.get(path + "/admins").expect(200).json().path("items");
  }

  private World world() {
    return new World(
        api.as(TestTokens.superAdmin())
            .post("/api/companies", Map.of("name", "Traders"))
            .expect(201)
            .text("/id"));
  }
}
