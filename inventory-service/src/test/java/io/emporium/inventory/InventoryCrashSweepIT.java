package io.emporium.inventory;

import static org.awaitility.Awaitility.await;

import io.emporium.events.Message;
import io.emporium.events.Money;
import io.emporium.events.catalog.ProductCreated;
import io.emporium.events.catalog.ProductDeleted;
import io.emporium.events.catalog.ProductPriceChanged;
import io.emporium.events.catalog.ProductPublished;
import io.emporium.events.catalog.ProductSnapshot;
import io.emporium.events.catalog.ProductUnpublished;
import io.emporium.events.catalog.ProductUpdated;
import io.emporium.events.catalog.VariantSnapshot;
import io.emporium.events.company.CompanyCreated;
import io.emporium.events.company.CompanySettingsChanged;
import io.emporium.events.company.CompanySnapshot;
import io.emporium.events.inventory.DeductStock;
import io.emporium.events.inventory.ReleaseStock;
import io.emporium.events.inventory.ReservationFailed;
import io.emporium.events.inventory.ReserveStock;
import io.emporium.events.inventory.RestockItems;
import io.emporium.events.inventory.StockChanged;
import io.emporium.events.inventory.StockDeducted;
import io.emporium.events.inventory.StockLine;
import io.emporium.events.inventory.StockReleased;
import io.emporium.events.inventory.StockReserved;
import io.emporium.events.inventory.StockRestocked;
import io.emporium.events.shop.ShopClosed;
import io.emporium.events.shop.ShopCreated;
import io.emporium.events.shop.ShopOpened;
import io.emporium.events.shop.ShopSnapshot;
import io.emporium.events.shop.ShopUpdated;
import io.emporium.inventory.replica.CompanyReplica;
import io.emporium.inventory.replica.ProductReplica;
import io.emporium.inventory.replica.ShopReplica;
import io.emporium.kit.store.RecordStore;
import io.emporium.kit.store.SharedStore;
import io.emporium.kit.tenancy.Scope;
import io.emporium.kit.testing.SampleCompany;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.crash.CrashSweep;
import io.emporium.kit.testing.crash.Sample;
import io.emporium.kit.testing.crash.Sample.Prepared;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Every handler of the service, halted at each of its points.
@ServiceTest
class InventoryCrashSweepIT extends CrashSweep {

  private static final String SKU = "TEA";

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;
  @Autowired private SharedStore<ShopReplica> shops;
  @Autowired private SharedStore<CompanyReplica> companies;
  @Autowired private RecordStore<ProductReplica> products;

  /// Two warehouses, three units in one and four in the other: five take from both.
  private record World(Stockroom room, String order) {

    void tell(TestBroker broker, Message command) {
      broker.deliver(room.companyId(), command);
    }

    void awaitStatus(String status) {
      await()
          .until(
              () ->
                  room.admin()
                      .get("/api/inventory/v1/reservations/" + order)
                      .response()
                      .body()
                      .contains("\"" + status + "\""));
    }

    /// The reservation, and the figures in both warehouses.
    String show() {
      List<String> figures = new ArrayList<>();
      JsonNode items =
          room.manager().get("/api/inventory/v1/products?sku=" + SKU).expect(200).json();
      for (JsonNode item : items.path("items")) {
        figures.add(
            item.path("warehouseName").asString()
                + " "
                + item.path("onHand")
                + " "
                + item.path("reserved"));
      }
      figures.sort(null);
      JsonNode invariants = room.invariants();
      return room.admin().get("/api/inventory/v1/reservations/" + order).response().body()
          + "\n"
          + figures
          + "\nclean "
          + invariants.path("clean")
          + ", pending "
          + invariants.path("pending");
    }
  }

  @Override
  protected List<Sample> samples() {
    List<Sample> all = new ArrayList<>();
    all.addAll(commands());
    all.add(ledger());
    all.addAll(replicas());
    all.addAll(products());
    return all;
  }

  private List<Sample> commands() {
    return List.of(
        command(ReserveStock.class, "over two warehouses", w -> {}, w -> reserve(w, 5)),
        command(ReserveStock.class, "of more than there is", w -> {}, w -> reserve(w, 8)),
        command(
            ReserveStock.class,
            "of which one line is short",
            w -> {},
            w ->
                Stockroom.reserve(
                    w.order(), new StockLine(SKU, 5), new StockLine("UNHEARD-OF", 1))),
        command(DeductStock.class, "of a hold", this::hold, w -> new DeductStock(w.order())),
        command(
            DeductStock.class,
            "of what was given back",
            this::release,
            w -> new DeductStock(w.order())),
        command(
            DeductStock.class, "of nothing ever held", w -> {}, w -> new DeductStock(w.order())),
        command(
            ReleaseStock.class,
            "of a hold",
            this::hold,
            w -> new ReleaseStock(w.order(), "called_off")),
        command(
            ReleaseStock.class,
            "before its reserve",
            w -> {},
            w -> new ReleaseStock(w.order(), "called_off")),
        command(
            ReleaseStock.class,
            "of what has left",
            this::deduct,
            w -> new ReleaseStock(w.order(), "called_off")),
        command(
            RestockItems.class,
            "of everything",
            this::deduct,
            w -> new RestockItems(w.order(), "restock-" + w.order(), List.of(), "returned")),
        command(
            RestockItems.class,
            "of a part",
            this::deduct,
            w ->
                new RestockItems(
                    w.order(),
                    "restock-" + w.order(),
                    List.of(new StockLine(SKU, 2)),
                    "returned")));
  }

  @Override
  protected Set<Class<? extends Message>> answers() {
    return Set.of(
        StockReserved.class,
        ReservationFailed.class,
        StockDeducted.class,
        StockReleased.class,
        StockRestocked.class);
  }

  private Sample ledger() {
    return new Sample(
        StockChanged.class,
        "of a sale",
        () -> {
          World world = world();
          String item = UUID.randomUUID().toString();
          StockChanged change =
              new StockChanged("SOLD", "w9", 4, 0, 4, -1, "sale", world.order(), null);
          return new Prepared(
              TestBroker.envelope(item, world.room().companyId(), 1, change),
              () -> {
                JsonNode found =
                    world
                        .room()
                        .admin()
                        .get("/api/inventory/v1/movements?sku=SOLD")
                        .expect(200)
                        .json();
                return found.path("totalItems") + " " + found.at("/items/0/delta");
              });
        });
  }

  private List<Sample> replicas() {
    return List.of(
        shop(ShopCreated.class, ShopCreated::new),
        shop(ShopUpdated.class, ShopUpdated::new),
        shop(ShopOpened.class, ShopOpened::new),
        shop(ShopClosed.class, ShopClosed::new),
        company(CompanyCreated.class, CompanyCreated::new),
        company(CompanySettingsChanged.class, CompanySettingsChanged::new));
  }

  private List<Sample> products() {
    return List.of(
        product(ProductCreated.class, "draft", ProductCreated::new),
        product(ProductUpdated.class, "published", ProductUpdated::new),
        product(ProductPublished.class, "published", ProductPublished::new),
        product(ProductUnpublished.class, "draft", ProductUnpublished::new),
        product(ProductPriceChanged.class, "published", ProductPriceChanged::new),
        product(ProductDeleted.class, "deleted", ProductDeleted::new));
  }

  private <T extends Message> Sample command(
      Class<T> contract, String situation, Consumer<World> given, Function<World, T> command) {
    return new Sample(
        contract,
        situation,
        () -> {
          World world = world();
          given.accept(world);
          return new Prepared(
              TestBroker.envelope(
                  UUID.randomUUID().toString(), world.room().companyId(), 1, command.apply(world)),
              world::show);
        });
  }

  private <T extends Message> Sample shop(Class<T> contract, Function<ShopSnapshot, T> event) {
    return replica(
        contract,
        (id, company) ->
            event.apply(
                new ShopSnapshot(
                    id,
                    company,
                    "Tea House",
                    "tea",
                    "open",
                    ZoneId.of("UTC"),
                    List.of("w2", "w1"),
                    List.of(),
                    List.of())),
        id -> String.valueOf(shops.find(id)));
  }

  private <T extends Message> Sample company(
      Class<T> contract, Function<CompanySnapshot, T> event) {
    return replica(
        contract,
        (id, _) -> event.apply(SampleCompany.of(id).snapshot()),
        id -> String.valueOf(companies.find(id)));
  }

  /// Published with one of two SKUs in stock, the product has the other one from now on.
  private <T extends Message> Sample product(
      Class<T> contract, String status, Function<ProductSnapshot, T> event) {
    return new Sample(
        contract,
        "of a product with stock",
        () -> {
          Stockroom room = Stockroom.of(api);
          String company = room.companyId();
          String warehouse = room.warehouse("One");
          room.receive(warehouse, "CUP", 3);
          room.receive(warehouse, SKU, 3);
          String id = UUID.randomUUID().toString();
          // Under a correlation id of its own: what it reaches is not to be counted.
          broker.deliver(
              TestBroker.envelope(
                  UUID.randomUUID().toString(),
                  company,
                  1,
                  new ProductPublished(product(id, company, "published", "CUP"))));
          await().until(() -> hints(warehouse), "[CUP]"::equals);
          return new Prepared(
              TestBroker.envelope(id, company, 3, event.apply(product(id, company, status, SKU))),
              () -> hints(warehouse) + " " + products.find(Scope.company(company), id));
        });
  }

  private String hints(String warehouse) {
    JsonNode shown =
        api.anonymous()
            .get("/api/inventory/v1/products?sort=sku,asc&warehouse=" + warehouse)
            .expect(200)
            .json();
    return shown.path("items").findValuesAsString("sku").toString();
  }

  private static ProductSnapshot product(String id, String company, String status, String sku) {
    var variant =
        new VariantSnapshot(
            sku, null, Map.of(), Money.of(100, "USD"), null, "standard", null, null);
    return new ProductSnapshot(
        id, company, "s1", "Tea", "tea", null, null, status, List.of(variant));
  }

  private <T extends Message> Sample replica(
      Class<T> contract, BiFunction<String, String, T> event, Function<String, String> state) {
    return new Sample(
        contract,
        "of something new",
        () -> {
          String id = UUID.randomUUID().toString();
          return new Prepared(
              TestBroker.envelope(id, id, 3, event.apply(id, id)), () -> state.apply(id));
        });
  }

  private World world() {
    Stockroom room = Stockroom.of(api);
    room.receive(room.warehouse("One"), SKU, 3);
    room.receive(room.warehouse("Two"), SKU, 4);
    return new World(room, Stockroom.order());
  }

  private void hold(World world) {
    world.tell(broker, reserve(world, 5));
    world.awaitStatus("held");
  }

  private void release(World world) {
    hold(world);
    world.tell(broker, new ReleaseStock(world.order(), "called_off"));
    world.awaitStatus("released");
  }

  private void deduct(World world) {
    hold(world);
    world.tell(broker, new DeductStock(world.order()));
    world.awaitStatus("deducted");
  }

  private static ReserveStock reserve(World world, int quantity) {
    return Stockroom.reserve(world.order(), new StockLine(SKU, quantity));
  }
}
