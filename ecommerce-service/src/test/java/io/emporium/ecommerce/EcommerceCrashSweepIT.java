package io.emporium.ecommerce;

import io.emporium.ecommerce.market.Market;
import io.emporium.ecommerce.stock.StockLevel;
import io.emporium.events.Message;
import io.emporium.events.company.CompanyActivated;
import io.emporium.events.company.CompanyClosed;
import io.emporium.events.company.CompanyCreated;
import io.emporium.events.company.CompanySettingsChanged;
import io.emporium.events.company.CompanySuspended;
import io.emporium.events.company.CompanyUpdated;
import io.emporium.events.inventory.StockChanged;
import io.emporium.events.inventory.StockLow;
import io.emporium.events.shop.ShopClosed;
import io.emporium.events.shop.ShopCreated;
import io.emporium.events.shop.ShopOpened;
import io.emporium.events.shop.ShopUpdated;
import io.emporium.events.user.UserRegistered;
import io.emporium.kit.store.RecordStore;
import io.emporium.kit.tenancy.Scope;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestTokens;
import io.emporium.kit.testing.crash.CrashSweep;
import io.emporium.kit.testing.crash.NewsSamples;
import io.emporium.kit.testing.crash.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;

/// Every handler of the service, halted at each of its points. What instances keep in memory dies
/// with them and is read again; see `ShuffleIT` and `SearchIT`.
@ServiceTest
class EcommerceCrashSweepIT extends CrashSweep {

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;
  @Autowired private Market market;
  @Autowired private RecordStore<StockLevel> levels;

  @Override
  protected List<Sample> samples() {
    List<Sample> all = new ArrayList<>();
    all.addAll(companies());
    all.addAll(shops());
    all.addAll(stock());
    all.addAll(registrations());
    return all;
  }

  private List<Sample> companies() {
    NewsSamples<Shelf> news =
        of(shelf -> shelf.company, shelf -> String.valueOf(market.company(shelf.company)));
    return List.of(
        news.first(CompanyCreated.class, "new", EcommerceCrashSweepIT::founded),
        news.after(
            EcommerceCrashSweepIT::founded,
            CompanyUpdated.class,
            "with a new name",
            shelf -> new CompanyUpdated(shelf.company("active", "USD"))),
        news.after(
            EcommerceCrashSweepIT::founded,
            CompanySettingsChanged.class,
            "that takes euros",
            shelf -> new CompanySettingsChanged(shelf.company("active", "EUR"))),
        news.after(
            EcommerceCrashSweepIT::founded,
            CompanySuspended.class,
            "until it pays",
            EcommerceCrashSweepIT::suspended),
        news.after(
            EcommerceCrashSweepIT::suspended,
            CompanyActivated.class,
            "again",
            shelf -> new CompanyActivated(shelf.company("active", "USD"))),
        news.after(
            EcommerceCrashSweepIT::founded,
            CompanyClosed.class,
            "for good",
            shelf -> new CompanyClosed(shelf.company("closed", "USD"), Instant.EPOCH)));
  }

  private static Message founded(Shelf shelf) {
    return new CompanyCreated(shelf.company("active", "USD"));
  }

  private static Message suspended(Shelf shelf) {
    return new CompanySuspended(shelf.company("suspended", "USD"), "unpaid", Instant.EPOCH);
  }

  private List<Sample> shops() {
    NewsSamples<Shelf> news =
        of(shelf -> shelf.shop, shelf -> market.shops(List.of(shelf.shop)).toString());
    Function<Shelf, ShopCreated> created = shelf -> new ShopCreated(shelf.shop("open"));
    Function<Shelf, ShopClosed> closed = shelf -> new ShopClosed(shelf.shop("closed"));
    return List.of(
        news.first(ShopCreated.class, "new", created),
        news.after(
            created,
            ShopUpdated.class,
            "that pauses",
            shelf -> new ShopUpdated(shelf.shop("paused"))),
        news.after(closed, ShopOpened.class, "again", shelf -> new ShopOpened(shelf.shop("open"))),
        news.after(created, ShopClosed.class, "for good", closed));
  }

  private List<Sample> stock() {
    NewsSamples<Shelf> news =
        of(
            shelf -> "i-" + shelf.company,
            shelf ->
                String.valueOf(
                    levels.find(Scope.company(shelf.company), shelf.company + "/T-1/w")));
    Function<Shelf, StockChanged> received =
        _ -> new StockChanged("T-1", "w", 9, 0, 9, 9, "receipt", null, null);
    Function<Shelf, StockLow> low = _ -> new StockLow("T-1", "w", 3, 5);
    return List.of(
        news.first(StockChanged.class, "of something new", received),
        news.first(StockLow.class, "of something new", low),
        news.after(low, StockChanged.class, "of what was low", received),
        news.after(received, StockLow.class, "of what fell", low));
  }

  private List<Sample> registrations() {
    NewsSamples<String> news =
        newsOf(
            () -> "u-" + UUID.randomUUID(),
            user -> user,
            _ -> null,
            user -> api.as(TestTokens.customer(user)).get("/api/customers/me").response().body());
    return List.of(
        news.first(UserRegistered.class, "of a customer", user -> registered(user, "customer")),
        news.first(UserRegistered.class, "of the staff", user -> registered(user, "shop_staff")));
  }

  private static UserRegistered registered(String user, String role) {
    return new UserRegistered(user, user + "@example.com", "Anna", role, null, List.of());
  }

  private NewsSamples<Shelf> of(Function<Shelf, String> subject, Function<Shelf, String> state) {
    return newsOf(() -> new Shelf(api, broker), subject, shelf -> shelf.company, state);
  }
}
