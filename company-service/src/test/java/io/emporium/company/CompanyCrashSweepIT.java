package io.emporium.company;

import static org.awaitility.Awaitility.await;

import io.emporium.company.business.OpenMatters;
import io.emporium.events.Message;
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
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestTokens;
import io.emporium.kit.testing.crash.CrashSweep;
import io.emporium.kit.testing.crash.Sample;
import io.emporium.kit.testing.crash.Sample.Prepared;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/// Every handler of the service, halted at each of its points. What news in the wrong order come to
/// is in `BusinessIT` and `AdminsIT`.
@ServiceTest
class CompanyCrashSweepIT extends CrashSweep {

  private static final long BEFORE = 1;
  private static final long NOW = 2;

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;
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
    return List.of(
        sample(ProductPublished.class, null, w -> Trade.published(w.company())),
        sample(OrderCreated.class, null, w -> Trade.ordered(w.subject())),
        order(OrderRejected.class, w -> new OrderRejected(w.subject(), "1", "c", "s", "no_stock")),
        order(OrderCancelled.class, w -> new OrderCancelled(w.subject(), "1", "c", "s", "no")),
        order(OrderExpired.class, w -> new OrderExpired(w.subject(), "1", "c", "s")),
        order(OrderCompleted.class, w -> Trade.completed(w.subject())),
        sample(DebtOpened.class, null, w -> Trade.owed(w.subject())),
        sample(DebtSettled.class, w -> Trade.owed(w.subject()), w -> Trade.settled(w.subject())),
        sample(UserRegistered.class, null, World::registered),
        account(
            UserRoleChanged.class,
            w ->
                new UserRoleChanged(
                    w.subject(), "shop_staff", "company_admin", w.company(), List.of())),
        account(UserDisabled.class, w -> new UserDisabled(w.subject(), "left")),
        account(UserEnabled.class, w -> new UserEnabled(w.subject())));
  }

  private Sample order(Class<? extends Message> contract, Function<World, Message> end) {
    return sample(contract, w -> Trade.ordered(w.subject()), end);
  }

  private Sample account(Class<? extends Message> contract, Function<World, Message> news) {
    return sample(contract, World::registered, news);
  }

  /// @param before what the company has heard of it already
  private Sample sample(
      Class<? extends Message> contract,
      @Nullable Function<World, ? extends Message> before,
      Function<World, ? extends Message> news) {
    return new Sample(
        contract,
        "of a company",
        () -> {
          World world = world();
          String untouched = state(world);
          if (before != null) {
            broker.deliver(
                TestBroker.envelope(
                    "b-" + world.subject(), world.company(), BEFORE, before.apply(world)));
            await().until(() -> !state(world).equals(untouched));
          }
          return new Prepared(
              TestBroker.envelope(world.subject(), world.company(), NOW, news.apply(world)),
              () -> state(world));
        });
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
