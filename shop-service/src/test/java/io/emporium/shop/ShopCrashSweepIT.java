package io.emporium.shop;

import static org.awaitility.Awaitility.await;

import io.emporium.events.Message;
import io.emporium.events.company.CompanyActivated;
import io.emporium.events.company.CompanyClosed;
import io.emporium.events.company.CompanyCreated;
import io.emporium.events.company.CompanySnapshot;
import io.emporium.events.company.CompanySuspended;
import io.emporium.events.inventory.ReservationExpired;
import io.emporium.events.inventory.StockDeducted;
import io.emporium.events.inventory.StockReleased;
import io.emporium.events.inventory.StockReserved;
import io.emporium.events.inventory.TransferApproved;
import io.emporium.events.inventory.TransferCancelled;
import io.emporium.events.inventory.TransferReceived;
import io.emporium.events.inventory.TransferRejected;
import io.emporium.events.inventory.TransferShipped;
import io.emporium.events.inventory.TransferSnapshot;
import io.emporium.events.inventory.TransferSubmitted;
import io.emporium.events.order.OrderCancelled;
import io.emporium.events.order.OrderCompleted;
import io.emporium.events.order.OrderCreated;
import io.emporium.events.order.OrderExpired;
import io.emporium.events.order.OrderRejected;
import io.emporium.events.shop.ShopClosed;
import io.emporium.events.shop.ShopCreated;
import io.emporium.events.shop.ShopOpened;
import io.emporium.events.shop.ShopSnapshot;
import io.emporium.events.shop.ShopUpdated;
import io.emporium.events.user.UserDisabled;
import io.emporium.events.user.UserEnabled;
import io.emporium.events.user.UserRegistered;
import io.emporium.events.user.UserRoleChanged;
import io.emporium.kit.testing.SampleCompany;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestTokens;
import io.emporium.kit.testing.crash.CrashSweep;
import io.emporium.kit.testing.crash.NewsSamples;
import io.emporium.kit.testing.crash.Sample;
import io.emporium.kit.testing.crash.Sample.Prepared;
import io.emporium.shop.colleagues.Colleagues;
import io.emporium.shop.companies.Companies;
import io.emporium.shop.trade.Commitments;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/// Every handler of the service, halted at each of its points. What news in the wrong order come to
/// is in `ShopIT` and `ClosingIT`.
@ServiceTest
class ShopCrashSweepIT extends CrashSweep {

  private static final long BEFORE = 1;
  private static final long NOW = 2;

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;
  @Autowired private Companies companies;
  @Autowired private Colleagues colleagues;
  @Autowired private Commitments commitments;

  /// A shop of a company of its own, and somebody who may come to work there.
  private record World(TestApi admin, String company, String shop, List<String> warehouses) {

    Trade trade(TestBroker broker) {
      return new Trade(broker, company, shop);
    }

    String subject() {
      return "s-" + shop;
    }

    String staff() {
      return admin.get("/api/shops/" + shop + "/staff").expect(200).json().path("items").toString();
    }

    CompanySnapshot asCompany() {
      return SampleCompany.of(company).snapshot();
    }

    ShopSnapshot asShop() {
      return new ShopSnapshot(
          shop,
          company,
          "Renamed",
          "renamed",
          "open",
          ZoneId.of("UTC"),
          warehouses,
          List.of("delivery"),
          List.of("cash"));
    }

    TransferSnapshot transfer(String status) {
      return Trade.transfer(subject(), "far", warehouses.getFirst(), status);
    }

    UserRegistered registered() {
      return new UserRegistered(
          subject(), subject() + "@example.com", null, "shop_staff", company, List.of(shop));
    }
  }

  @Override
  protected List<Sample> samples() {
    List<Sample> all = new ArrayList<>();
    all.addAll(companySamples());
    all.addAll(accountSamples());
    all.addAll(orderSamples());
    all.addAll(holdSamples());
    all.addAll(transferSamples());
    all.addAll(directorySamples());
    return all;
  }

  private List<Sample> companySamples() {
    NewsSamples<World> news =
        newsOf(
            this::world,
            World::company,
            World::company,
            w -> "may trade " + companies.mayTrade(w.company()));
    return List.of(
        news.first(CompanyCreated.class, "new", w -> new CompanyCreated(w.asCompany())),
        news.after(
            ShopCrashSweepIT::suspended,
            CompanyActivated.class,
            "again",
            w -> new CompanyActivated(w.asCompany())),
        news.first(CompanySuspended.class, "until it pays", ShopCrashSweepIT::suspended),
        news.first(
            CompanyClosed.class, "for good", w -> new CompanyClosed(w.asCompany(), Instant.EPOCH)));
  }

  private static Message suspended(World world) {
    return new CompanySuspended(world.asCompany(), "unpaid", Instant.EPOCH);
  }

  private List<Sample> accountSamples() {
    NewsSamples<World> news =
        newsOf(
            this::world,
            World::subject,
            World::company,
            w -> w.staff() + colleagues.find(w.company(), w.subject()));
    return List.of(
        news.first(UserRegistered.class, "who works here", World::registered),
        news.after(
            World::registered,
            UserRoleChanged.class,
            "who rises",
            w ->
                new UserRoleChanged(
                    w.subject(), "shop_manager", "shop_staff", w.company(), List.of(w.shop()))),
        news.after(
            World::registered,
            UserRoleChanged.class,
            "who leaves the shop",
            w ->
                new UserRoleChanged(
                    w.subject(), "company_admin", "shop_staff", w.company(), List.of())),
        news.after(
            World::registered,
            UserDisabled.class,
            "who worked",
            w -> new UserDisabled(w.subject(), "left")),
        news.after(
            World::registered, UserEnabled.class, "who worked", w -> new UserEnabled(w.subject())));
  }

  private List<Sample> orderSamples() {
    return List.of(
        trade(OrderCreated.class, null, w -> w.trade(broker).ordered(w.subject())),
        order(OrderRejected.class, w -> new OrderRejected(w.subject(), "1", "c", w.shop(), "none")),
        order(OrderCancelled.class, w -> new OrderCancelled(w.subject(), "1", "c", w.shop(), "no")),
        order(OrderExpired.class, w -> new OrderExpired(w.subject(), "1", "c", w.shop())),
        order(OrderCompleted.class, w -> w.trade(broker).completed(w.subject())));
  }

  private Sample order(Class<? extends Message> contract, Function<World, Message> end) {
    return trade(contract, w -> w.trade(broker).ordered(w.subject()), end);
  }

  private List<Sample> holdSamples() {
    return List.of(
        trade(StockReserved.class, null, w -> w.trade(broker).reserved(w.subject())),
        hold(StockDeducted.class, w -> new StockDeducted(w.subject(), List.of())),
        hold(StockReleased.class, w -> new StockReleased(w.subject(), "cancelled")),
        hold(ReservationExpired.class, w -> new ReservationExpired(w.subject())));
  }

  private Sample hold(Class<? extends Message> contract, Function<World, Message> end) {
    return trade(contract, w -> w.trade(broker).reserved(w.subject()), end);
  }

  private List<Sample> transferSamples() {
    return List.of(
        trade(TransferSubmitted.class, null, w -> new TransferSubmitted(w.transfer("submitted"))),
        transfer(TransferApproved.class, w -> new TransferApproved(w.transfer("approved"))),
        transfer(TransferShipped.class, w -> new TransferShipped(w.transfer("shipped"))),
        transfer(
            TransferReceived.class, w -> new TransferReceived(w.transfer("received"), List.of())),
        transfer(
            TransferRejected.class, w -> new TransferRejected(w.transfer("rejected"), "no need")),
        transfer(
            TransferCancelled.class,
            w -> new TransferCancelled(w.transfer("cancelled"), "no need")));
  }

  private Sample transfer(Class<? extends Message> contract, Function<World, Message> news) {
    return trade(contract, w -> new TransferSubmitted(w.transfer("submitted")), news);
  }

  /// @param begun what has to be open before; null when nothing
  private Sample trade(
      Class<? extends Message> contract,
      @Nullable Function<World, Message> begun,
      Function<World, Message> news) {
    return new Sample(
        contract,
        "in a shop",
        () -> {
          World world = world();
          if (begun != null) {
            tell(world.trade(broker).envelope("b-" + world.subject(), BEFORE, begun.apply(world)));
          }
          return new Prepared(
              world.trade(broker).envelope(world.subject(), NOW, news.apply(world)),
              () -> openTrade(world));
        });
  }

  private String openTrade(World world) {
    return commitments.of(world.company(), world.shop(), world.warehouses(), List.of()).inWords();
  }

  // The shop itself is shown, whatever old news of it say.
  private List<Sample> directorySamples() {
    NewsSamples<World> news =
        newsOf(
            this::world,
            World::shop,
            World::company,
            w -> api.get("/api/shops/" + w.shop()).response().body());
    return List.of(
        news.first(ShopCreated.class, "of a shop", w -> new ShopCreated(w.asShop())),
        news.first(ShopUpdated.class, "of a shop", w -> new ShopUpdated(w.asShop())),
        news.first(ShopOpened.class, "of a shop", w -> new ShopOpened(w.asShop())),
        news.first(ShopClosed.class, "of a shop", w -> new ShopClosed(w.asShop())));
  }

  private World world() {
    String company = "c-" + UUID.randomUUID();
    TestApi admin = api.as(TestTokens.companyAdmin(company));
    List<String> warehouses = List.of("w-" + company);
    String shop =
        admin
            .post("/api/shops", Map.of("name", "Tea", "warehousePriority", warehouses))
            .expect(201)
            .text("/id");
    await().until(() -> api.get("/api/shops/" + shop).response().statusCode() == 200);
    return new World(admin, company, shop, warehouses);
  }
}
