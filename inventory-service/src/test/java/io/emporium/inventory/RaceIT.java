package io.emporium.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.events.inventory.DeductStock;
import io.emporium.events.inventory.ReleaseStock;
import io.emporium.events.inventory.ReserveStock;
import io.emporium.events.inventory.RestockItems;
import io.emporium.events.inventory.StockLine;
import io.emporium.inventory.reservation.DeductForOrder;
import io.emporium.inventory.reservation.FindReservation;
import io.emporium.inventory.reservation.HoldForOrder;
import io.emporium.inventory.reservation.ReleaseForOrder;
import io.emporium.inventory.reservation.Reservation;
import io.emporium.inventory.reservation.RestockForOrder;
import io.emporium.inventory.stock.InsufficientStock;
import io.emporium.inventory.stock.Movement;
import io.emporium.inventory.stock.StockItem;
import io.emporium.inventory.stock.StockItems;
import io.emporium.inventory.stock.StockKey;
import io.emporium.inventory.transfer.Addressed;
import io.emporium.inventory.transfer.DecideTransfer;
import io.emporium.inventory.transfer.DraftTransfer;
import io.emporium.inventory.transfer.FindTransfer;
import io.emporium.inventory.transfer.MoveTransfer;
import io.emporium.inventory.transfer.TransferPlan;
import io.emporium.kit.context.Cause;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.security.Role;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Two instances of the service work on the same units at the same moment. Which ends are allowed,
/// and who wins, is documented; here each race ends in one of them, and the records agree.
///
/// `-Drace.interleavings=200` runs more.
@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RaceIT {

  private static final int INTERLEAVINGS = Integer.getInteger("race.interleavings", 20);
  private static final int MOST_DELIVERIES = 20;
  private static final int UNITS = 3;

  @Autowired private ApplicationContext first;
  @Autowired private TestApi api;
  @Autowired private FindReservation reservations;
  @Autowired private FindTransfer transfers;
  @Autowired private DraftTransfer draft;
  @Autowired private DecideTransfer decide;

  private final Map<Case, String> transferIds = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private SecondInstance second;
  private Stockroom room;
  private String north;
  private String south;
  private Instance here;
  private Instance there;

  /// What a process can do.
  private record Instance(
      HoldForOrder hold,
      DeductForOrder deduct,
      ReleaseForOrder release,
      RestockForOrder restock,
      MoveTransfer move,
      StockItems stock) {

    static Instance of(Function<Class<?>, Object> beans) {
      return new Instance(
          (HoldForOrder) beans.apply(HoldForOrder.class),
          (DeductForOrder) beans.apply(DeductForOrder.class),
          (ReleaseForOrder) beans.apply(ReleaseForOrder.class),
          (RestockForOrder) beans.apply(RestockForOrder.class),
          (MoveTransfer) beans.apply(MoveTransfer.class),
          (StockItems) beans.apply(StockItems.class));
    }
  }

  /// Three units of a SKU of its own, and an order that wants them.
  private record Case(String sku, String order) {}

  @BeforeAll
  void startSecondInstance() {
    second = SecondInstance.beside(first);
    here = Instance.of(first::getBean);
    there = Instance.of(second::get);
    assertThat(there.stock()).isNotSameAs(here.stock());
  }

  @AfterAll
  void stopSecondInstance() {
    threads.close();
    second.close();
  }

  @BeforeEach
  void openRoom() {
    room = Stockroom.of(api);
    north = room.warehouse("North");
    south = room.warehouse("South");
  }

  @Test
  void aTransferAndAnOrderForTheSameUnits() {
    Map<String, Integer> ends =
        race(
            "transfer, reserve",
            this::approve,
            (one, instance) -> ship(instance, one),
            (one, instance) -> reserve(instance, one),
            one -> endOfTransfer(one) + ", " + end(one));

    assertThat(ends.keySet())
        .isSubsetOf(
            "SHIPPED, REFUSED: 0 on hand, 0 reserved", "APPROVED, HELD: 3 on hand, 3 reserved");
  }

  @Test
  void oneTransferThatIsShippedAndCancelled() {
    Map<String, Integer> ends =
        race(
            "ship, cancel",
            this::approve,
            (one, instance) -> ship(instance, one),
            (one, instance) -> cancel(instance, one),
            one -> endOfTransfer(one) + ", " + figures(one));

    assertThat(ends.keySet()).containsOnly("CANCELLED, 3 on hand, 0 reserved");
  }

  @Test
  void oneTransferThatIsShippedByBoth() {
    Map<String, Integer> ends =
        race(
            "ship, ship",
            this::approve,
            (one, instance) -> ship(instance, one),
            (one, instance) -> ship(instance, one),
            one -> endOfTransfer(one) + ", " + figures(one));

    assertThat(ends.keySet()).containsOnly("SHIPPED, 0 on hand, 0 reserved");
  }

  @Test
  void twoOrdersForTheSameUnits() {
    Map<String, Integer> ends =
        race(
            "reserve, reserve",
            _ -> {},
            (one, instance) -> reserve(instance, one),
            (one, instance) -> reserve(instance, another(one)),
            one -> status(another(one)) + ", " + end(one));

    assertThat(ends.keySet())
        .isSubsetOf("HELD, REFUSED: 3 on hand, 3 reserved", "REFUSED, HELD: 3 on hand, 3 reserved");
  }

  @Test
  void anAdjustmentAndAnOrderForTheSameUnits() {
    Map<String, Integer> ends =
        race(
            "write-off, reserve",
            _ -> {},
            (one, instance) -> writeOff(instance, one),
            (one, instance) -> reserve(instance, one),
            this::end);

    assertThat(ends.keySet())
        .isSubsetOf("REFUSED: 0 on hand, 0 reserved", "HELD: 3 on hand, 3 reserved");
  }

  @Test
  void oneReserveThatComesToBoth() {
    Map<String, Integer> ends =
        race(
            "reserve twice",
            _ -> {},
            (one, instance) -> reserve(instance, one),
            (one, instance) -> reserve(instance, one),
            this::end);

    assertThat(ends.keySet()).containsOnly("HELD: 3 on hand, 3 reserved");
  }

  @Test
  void aReserveAndItsRelease() {
    Map<String, Integer> ends =
        race(
            "reserve, release",
            _ -> {},
            (one, instance) -> reserve(instance, one),
            (one, instance) -> release(instance, one),
            this::end);

    assertThat(ends.keySet()).containsOnly("RELEASED: 3 on hand, 0 reserved");
  }

  @Test
  void aPaymentAndACancellation() {
    Map<String, Integer> ends =
        race(
            "deduct, release",
            one -> reserve(here, one),
            (one, instance) -> deduct(instance, one),
            (one, instance) -> release(instance, one),
            this::end);

    assertThat(ends.keySet())
        .isSubsetOf("DEDUCTED: 0 on hand, 0 reserved", "RELEASED: 3 on hand, 0 reserved");
  }

  /// The hold's time was over from the start, so the sweep comes for it every moment.
  @Test
  void aPaymentAndTheEndOfItsTime() {
    Map<String, Integer> ends =
        race(
            "deduct, expire",
            one -> reserve(here, one, Instant.now().minusSeconds(1)),
            (one, instance) -> deduct(instance, one),
            (one, instance) -> deduct(instance, one),
            this::end);

    assertThat(ends.keySet()).containsOnly("DEDUCTED: 0 on hand, 0 reserved");
  }

  @Test
  void oneReturnThatComesToBoth() {
    Map<String, Integer> ends =
        race(
            "restock twice",
            one -> {
              reserve(here, one);
              deduct(here, one);
            },
            (one, instance) -> restock(instance, one),
            (one, instance) -> restock(instance, one),
            this::end);

    assertThat(ends.keySet()).containsOnly("DEDUCTED: 2 on hand, 0 reserved");
  }

  private Map<String, Integer> race(
      String name,
      Consumer<Case> given,
      BiConsumer<Case, Instance> one,
      BiConsumer<Case, Instance> other,
      Function<Case, String> end) {
    Map<String, Integer> ends = new TreeMap<>();
    for (int n = 0; n < INTERLEAVINGS; n++) {
      Case fresh = new Case("SKU-" + n, Stockroom.order());
      receive(fresh.sku());
      given.accept(fresh);
      // Who is first by a nose changes.
      Instance left = n % 2 == 0 ? here : there;
      Instance right = n % 2 == 0 ? there : here;
      Runnable ofOne = () -> one.accept(fresh, left);
      Runnable ofOther = () -> other.accept(fresh, right);
      together(n % 4 < 2 ? ofOne : ofOther, n % 4 < 2 ? ofOther : ofOne);
      ends.merge(end.apply(fresh), 1, Integer::sum);
    }
    System.out.printf("race %s, %d times: %s%n", name, INTERLEAVINGS, ends);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              var findings = room.invariants();
              assertThat(findings.at("/clean").asBoolean()).as(findings.toString()).isTrue();
              assertThat(findings.at("/pending").asInt() + findings.at("/unfinished").asInt())
                  .as(findings.toString())
                  .isZero();
            });
    return ends;
  }

  private void together(Runnable one, Runnable other) {
    CountDownLatch start = new CountDownLatch(1);
    var both =
        CompletableFuture.allOf(
            CompletableFuture.runAsync(() -> startedBy(start, one), threads),
            CompletableFuture.runAsync(() -> startedBy(start, other), threads));
    start.countDown();
    var _ = both.join();
  }

  private static void startedBy(CountDownLatch start, Runnable work) {
    try {
      start.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    work.run();
  }

  private void reserve(Instance instance, Case one) {
    reserve(instance, one, Instant.now().plusSeconds(600));
  }

  private void reserve(Instance instance, Case one, Instant until) {
    var lines = List.of(new StockLine(one.sku(), UNITS));
    var command = new ReserveStock(one.order(), Stockroom.SHOP, lines, until);
    delivered(
        () -> {
          var _ = instance.hold().handle(room.companyId(), command);
        });
  }

  private void deduct(Instance instance, Case one) {
    delivered(
        () -> {
          var _ = instance.deduct().handle(room.companyId(), new DeductStock(one.order()));
        });
  }

  private void release(Instance instance, Case one) {
    var command = new ReleaseStock(one.order(), "called_off");
    delivered(
        () -> {
          var _ = instance.release().handle(room.companyId(), command);
        });
  }

  private void restock(Instance instance, Case one) {
    var lines = List.of(new StockLine(one.sku(), 2));
    var command = new RestockItems(one.order(), "back-" + one.order(), lines, "returned");
    delivered(
        () -> {
          var _ = instance.restock().handle(room.companyId(), command);
        });
  }

  private void writeOff(Instance instance, Case one) {
    var broken = Movement.adjustment("off-" + one.sku(), -UNITS, "broken");
    try {
      var _ = instance.stock().move(key(one.sku()), broken);
    } catch (InsufficientStock e) {
      assertThat(e.code()).isEqualTo("insufficient_stock");
    }
  }

  private void ship(Instance instance, Case one) {
    Addressed transfer = addressed("admin", one);
    again(
        () -> {
          try {
            var _ = instance.move().ship(transfer);
          } catch (Refusal refusal) {
            if (!refusal.code().equals("insufficient_stock")
                && !refusal.code().equals("transfer_not_shippable")) {
              throw refusal;
            }
          }
        });
  }

  private void cancel(Instance instance, Case one) {
    Addressed transfer = addressed("admin", one);
    again(
        () -> {
          var _ = instance.move().cancel(transfer, "changed our minds");
        });
  }

  private static void delivered(Runnable command) {
    Cause cause = new Cause("race", "system", UUID.randomUUID().toString(), null);
    again(() -> ScopedValue.where(Cause.CURRENT, cause).run(command));
  }

  /// As broker and people do it: a little later once more, as long as somebody else is at it.
  private static void again(Runnable command) {
    for (int n = 1; n <= MOST_DELIVERIES; n++) {
      try {
        command.run();
        return;
      } catch (Refusal refusal) {
        assertThat(refusal.code())
            .isIn("reservation_contended", "stock_contended", "transfer_busy");
        LockSupport.parkNanos(Duration.ofMillis(10L * n).toNanos());
      }
    }
    throw new AssertionError("never came to its end");
  }

  private void receive(String sku) {
    var _ = here.stock().ensure(key(sku), "North");
    var _ = here.stock().move(key(sku), Movement.receipt("first-" + sku, UNITS, null));
  }

  private void approve(Case one) {
    var plan = new TransferPlan(north, south, List.of(new StockLine(one.sku(), UNITS)), null);
    as(
        "manager",
        () -> {
          transferIds.put(one, draft.handle(person("manager"), plan).id());
          var _ = decide.submit(addressed("manager", one));
        });
    as(
        "admin",
        () -> {
          var _ = decide.approve(addressed("admin", one));
        });
  }

  private static void as(String person, Runnable act) {
    ScopedValue.where(Cause.CURRENT, new Cause("race", person, null, null)).run(act);
  }

  private Addressed addressed(String who, Case one) {
    return new Addressed(person(who), transferId(one), null);
  }

  private String transferId(Case one) {
    return Objects.requireNonNull(transferIds.get(one));
  }

  private Caller person(String id) {
    return new Caller(
        id, id + "@example.com", Role.COMPANY_ADMIN, room.companyId(), Set.of(), Instant.now());
  }

  private static Case another(Case one) {
    return new Case(one.sku(), one.order() + "-2");
  }

  private StockKey key(String sku) {
    return new StockKey(room.companyId(), north, sku);
  }

  private String status(Case one) {
    return reservations
        .ofOrder(room.companyId(), one.order())
        .map(Reservation::status)
        .orElseThrow()
        .name();
  }

  private String endOfTransfer(Case one) {
    return transfers.byId(person("admin"), transferId(one)).status().name();
  }

  /// The reservation, and the figures where the units were.
  private String end(Case one) {
    return status(one) + ": " + figures(one);
  }

  private String figures(Case one) {
    StockItem item = here.stock().findAll(room.companyId(), List.of(key(one.sku()))).getFirst();
    return "%d on hand, %d reserved".formatted(item.onHand(), item.reserved());
  }
}
