package io.emporium.inventory.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.events.inventory.HeldLine;
import io.emporium.events.inventory.ReserveStock;
import io.emporium.events.inventory.Shortage;
import io.emporium.events.inventory.StockLine;
import io.emporium.inventory.stock.InsufficientStock;
import io.emporium.inventory.stock.Movement;
import io.emporium.inventory.stock.StockHold;
import io.emporium.inventory.stock.StockItem;
import io.emporium.inventory.stock.StockKey;
import io.emporium.kit.testing.simulation.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The real stock items and reservations, with the work between them cut into its single writes:
/// between any two, another's write may come, and the process may die, or stand still and wake up
/// when others have long gone on. Commands for one order come in any order, doubled and
/// contradictory, and several processes work on one order at once, as several instances do.
final class Storeroom {

  private static final String COMPANY = "acme";
  private static final int MOST_HAPPENINGS = 400_000;
  private static final int ROUNDS = 50;
  private static final Duration OPEN = Duration.ofMinutes(10);
  private static final Duration HOLD = Duration.ofMinutes(30);
  private static final Duration BETWEEN_WRITES = Duration.ofMillis(20);
  private static final Duration SWEEP = Duration.ofSeconds(35);
  private static final Duration STANDS_STILL = Duration.ofSeconds(10);
  private static final int INSTANCES = 2;

  private final World world;
  private final long perItem;
  private final Map<String, StockItem> items = new TreeMap<>();
  private final Map<String, Reservation> reservations = new TreeMap<>();
  private final Map<String, ReserveStock> wanted = new HashMap<>();
  private final Map<String, Integer> sweeps = new HashMap<>();
  private final Map<String, Long> sold = new HashMap<>();
  private final Map<String, Long> returned = new HashMap<>();

  Storeroom(long seed, int orders) {
    world = new World(seed);
    perItem = 1 + world.random().nextInt(orders);
    for (String warehouse : List.of("w1", "w2")) {
      for (String sku : List.of("CUP", "TEA")) {
        StockKey key = new StockKey(COMPANY, warehouse, sku);
        StockItem item = StockItem.open(key, warehouse, 2, world.now());
        item.move(Movement.receipt("first", perItem, null), world.now());
        items.put(key.id(), item);
      }
    }
    for (int n = 0; n < orders; n++) {
      String order = "o" + n;
      world.within(OPEN, order + " begins", () -> begin(order));
    }
  }

  World world() {
    return world;
  }

  /// How the reservations have ended.
  Set<ReservationStatus> ends() {
    return reservations.values().stream().map(Reservation::status).collect(Collectors.toSet());
  }

  /// @throws AssertionError when something is wrong
  void run() {
    world.run(MOST_HAPPENINGS);
    freeStrayHolds();
    requireOrder();
  }

  private void begin(String order) {
    List<StockLine> lines = new ArrayList<>();
    lines.add(new StockLine("TEA", 1 + world.random().nextInt(4)));
    if (world.random().nextBoolean()) {
      lines.add(new StockLine("CUP", 1 + world.random().nextInt(3)));
    }
    wanted.put(order, new ReserveStock(order, "s1", lines, world.now().plus(HOLD)));
    world.send(order + " reserve", () -> reserve(order));
    int wish = world.random().nextInt(10);
    if (wish < 5) {
      later(order, "deduct", () -> deduct(order));
    }
    if (wish > 2 && wish < 8) {
      later(order, "release", () -> release(order));
    }
    if (wish < 2) {
      later(order, "restock", () -> restock(order));
    }
  }

  private void later(String order, String what, Runnable command) {
    world.within(
        HOLD.plusMinutes(10), order + " asks", () -> world.send(order + " " + what, command));
  }

  private void reserve(String order) {
    if (reservations.containsKey(order)) {
      settle(order);
      return;
    }
    world.mayDie();
    put(Reservation.take(request(order), world.now()));
    lookAgain(order);
    take(new Worker(order, 1), 0, 0);
  }

  private void deduct(String order) {
    Reservation known = reservations.get(order);
    if (known == null) {
      put(Reservation.deductedUnseen(unseen(order), world.now()));
      return;
    }
    settle(order);
    if (known.status().isSettled()) {
      world.mayDie();
      known.deduct(world.now());
      world.mayDie();
      settle(order);
    } else {
      world.within(SWEEP, order + " deduct comes again", () -> deduct(order));
    }
  }

  private void release(String order) {
    Reservation known = reservations.get(order);
    if (known == null) {
      put(Reservation.releasedUnseen(unseen(order), "called_off", world.now()));
      return;
    }
    world.mayDie();
    known.release("called_off", world.now());
    world.mayDie();
    settle(order);
  }

  private void restock(String order) {
    Reservation known = reservations.get(order);
    if (known == null || !known.status().isSettled()) {
      world.within(SWEEP, order + " restock comes again", () -> restock(order));
      return;
    }
    String id = "restock-" + order;
    known.planRestock(new RestockRequest(id, List.of(), "returned"), world.now());
    world.mayDie();
    for (HeldLine line : known.restocks().find(id).orElseThrow().lines()) {
      StockItem item = item(line.warehouseId(), line.sku());
      long before = item.onHand();
      item.move(Movement.returned(id, line.quantity(), order, "returned"), world.now());
      returned.merge(order, item.onHand() - before, Long::sum);
      world.mayDie();
    }
    known.restocked(id, world.now());
  }

  private void put(Reservation reservation) {
    reservations.put(reservation.orderId(), reservation);
  }

  /// Goes on, and sees to it that somebody looks again should nobody come to the end.
  private void settle(String order) {
    Reservation reservation = reservations.get(order);
    if (reservation.status() == ReservationStatus.HELD) {
      expireInTime(order, reservation);
    }
    if (!reservation.status().isSettled()) {
      work(order, "settles", () -> advance(order));
      lookAgain(order);
    }
  }

  /// Each instance sweeps, and leaves alone what has moved in the last moments.
  private void lookAgain(String order) {
    if (sweeps.merge(order, 1, Integer::sum) <= INSTANCES) {
      world.within(SWEEP, order + " sweep", () -> sweep(order));
    } else {
      sweeps.put(order, INSTANCES);
    }
  }

  private void sweep(String order) {
    sweeps.merge(order, -1, Integer::sum);
    Instant due = reservations.get(order).dueAt();
    if (!reservations.get(order).status().isSettled()) {
      if (due != null && due.plus(STANDS_STILL).isBefore(world.now())) {
        settle(order);
      } else {
        lookAgain(order);
      }
    }
  }

  private void expireInTime(String order, Reservation reservation) {
    Duration left = Duration.between(world.now(), reservation.expiresAt()).plusSeconds(5);
    world.after(
        left.isNegative() ? Duration.ZERO : left,
        order + " expires",
        () -> {
          if (reservations.get(order).status() == ReservationStatus.HELD) {
            reservations.get(order).expire(world.now());
            settle(order);
          }
          lookForStrayHolds(order);
        });
  }

  /// One step of a worker. It may stand still before it, for long; or die, and then nobody goes on
  /// here.
  private void work(String order, String what, Runnable step) {
    world.within(
        BETWEEN_WRITES,
        order + " " + what,
        () -> {
          if (!world.dies()) {
            world.mayDie();
            step.run();
          }
        });
  }

  private void advance(String order) {
    Reservation reservation = reservations.get(order);
    switch (reservation.status()) {
      case PENDING -> {
        reservation.takeOver(world.now());
        take(new Worker(order, reservation.attempt()), 0, 0);
      }
      case DEDUCTING -> sell(order, reservation.attempt(), reservation.held(), 0);
      case FREEING -> free(order, reservation.attempt(), true);
      case HELD, REFUSED, RELEASED, EXPIRED, DEDUCTED -> settle(order);
    }
  }

  /// Who takes holds, and the lines that it has found complete so far.
  private record Worker(String order, int attempt, List<HeldLine> held) {
    Worker(String order, int attempt) {
      this(order, attempt, new ArrayList<>());
    }
  }

  /// One hold at a time. Nobody looks at the reservation in between, as the service does not.
  private void take(Worker worker, int line, int round) {
    String order = worker.order();
    int attempt = worker.attempt();
    List<StockLine> lines = reservations.get(order).lines();
    if (line == lines.size()) {
      work(order, "holds all", () -> taken(worker));
      return;
    }
    StockLine wantedLine = lines.get(line);
    List<StockItem> places = places(wantedLine.sku());
    if (round == ROUNDS || holding(places, order).anyMatch(hold -> hold.attempt() > attempt)) {
      // Enough of that, or overtaken: what it has taken goes back, and others are at it.
      work(order, "gives up", () -> free(order, attempt, false));
      return;
    }
    Optional<StockItem> left =
        places.stream()
            .filter(item -> holding(List.of(item), order).anyMatch(h -> h.attempt() < attempt))
            .findFirst();
    if (left.isPresent()) {
      int total = left.get().heldFor(order);
      work(order, "takes over", () -> hold(worker, left.get(), total, line, round));
      return;
    }
    long missing = wantedLine.quantity() - heldOf(order, wantedLine.sku());
    if (missing <= 0) {
      worker.held().addAll(needed(order, wantedLine));
      take(worker, line + 1, 0);
      return;
    }
    long available = places.stream().mapToLong(StockItem::available).sum();
    if (available < missing) {
      Shortage shortage = new Shortage(wantedLine.sku(), wantedLine.quantity(), available);
      boolean someTaken = items.values().stream().anyMatch(item -> item.heldFor(order) > 0);
      work(order, "is short", () -> refuse(order, attempt, shortage, someTaken));
      return;
    }
    StockItem best =
        places.stream()
            .filter(item -> item.available() >= missing)
            .findFirst()
            .orElseGet(
                () ->
                    places.stream().filter(item -> item.available() > 0).findFirst().orElseThrow());
    int total = best.heldFor(order) + Math.toIntExact(Math.min(best.available(), missing));
    work(order, "holds", () -> hold(worker, best, total, line, round));
  }

  private void hold(Worker worker, StockItem item, int total, int line, int round) {
    String order = worker.order();
    Instant until = reservations.get(order).expiresAt();
    try {
      item.move(new Movement.Hold(order, worker.attempt(), total, until), world.now());
    } catch (InsufficientStock _) {
      // Another order was faster; the next round looks again.
    }
    take(worker, line, round + 1);
  }

  private void taken(Worker worker) {
    reservations.get(worker.order()).hold(worker.attempt(), worker.held(), world.now());
    goOnOrGiveUp(worker.order(), worker.attempt(), true);
  }

  private void refuse(String order, int attempt, Shortage shortage, boolean someTaken) {
    Shortfall shortfall = new Shortfall("insufficient_stock", List.of(shortage), someTaken);
    reservations.get(order).refuse(attempt, shortfall, world.now());
    goOnOrGiveUp(order, attempt, someTaken);
  }

  private void goOnOrGiveUp(String order, int attempt, boolean someTaken) {
    if (someTaken && attempt <= reservations.get(order).lastVainAttempt()) {
      work(order, "is late", () -> free(order, attempt, false));
    }
    settle(order);
  }

  private void sell(String order, int attempt, List<HeldLine> held, int line) {
    if (line == held.size()) {
      work(
          order,
          "has sold",
          () -> {
            reservations.get(order).deducted(world.now());
            settle(order);
          });
      return;
    }
    work(
        order,
        "sells",
        () -> {
          StockItem item = item(held.get(line).warehouseId(), held.get(line).sku());
          long before = item.onHand();
          item.move(new Movement.Sale(order, attempt, held.get(line).quantity()), world.now());
          sold.merge(order, before - item.onHand(), Long::sum);
          sell(order, attempt, held, line + 1);
        });
  }

  private void free(String order, int attempt, boolean andSaySo) {
    Optional<StockItem> holding =
        items.values().stream()
            .filter(item -> holding(List.of(item), order).anyMatch(h -> h.attempt() <= attempt))
            .findFirst();
    if (holding.isPresent()) {
      work(
          order,
          "gives back",
          () -> {
            holding.get().move(new Movement.Release(order, attempt, "called_off"), world.now());
            free(order, attempt, andSaySo);
          });
    } else if (andSaySo) {
      work(
          order,
          "has given back",
          () -> {
            reservations.get(order).freed(attempt, world.now());
            settle(order);
          });
    }
  }

  /// What was held for nothing when it was looked at is given back later.
  private void lookForStrayHolds(String order) {
    int vain = reservations.get(order).lastVainAttempt();
    for (StockItem item : items.values()) {
      if (item.heldFor(order) > 0) {
        work(
            order,
            "stray hold",
            () -> item.move(new Movement.Release(order, vain, "no reservation"), world.now()));
      }
    }
  }

  private void freeStrayHolds() {
    for (StockItem item : items.values()) {
      for (StockHold hold : item.holds()) {
        int vain = reservations.get(hold.orderId()).lastVainAttempt();
        item.move(new Movement.Release(hold.orderId(), vain, "no reservation"), world.now());
      }
    }
  }

  private void requireOrder() {
    reservations.forEach(this::requireEnd);
    long gone =
        sold.values().stream().mapToLong(Long::longValue).sum()
            - returned.values().stream().mapToLong(Long::longValue).sum();
    long left = items.values().stream().mapToLong(StockItem::onHand).sum();
    assertThat(left + gone).as("units left, and gone").isEqualTo(perItem * items.size());
    items.forEach((id, item) -> assertThat(item.holds()).as("holds of " + id).isEmpty());
  }

  private void requireEnd(String order, Reservation reservation) {
    assertThat(reservation.status().isSettled()).as(order + " is settled").isTrue();
    assertThat(reservation.status()).as(order).isNotEqualTo(ReservationStatus.HELD);
    long all = reservation.lines().stream().mapToLong(StockLine::quantity).sum();
    boolean deducted = reservation.status() == ReservationStatus.DEDUCTED;
    assertThat(sold.getOrDefault(order, 0L))
        .as(order + " is " + reservation.status() + ", units sold")
        .isEqualTo(deducted ? all : 0);
    assertThat(returned.getOrDefault(order, 0L))
        .as(order + " units returned")
        .isLessThanOrEqualTo(sold.getOrDefault(order, 0L));
  }

  /// Two attempts at one order may have held more than it needs.
  private List<HeldLine> needed(String order, StockLine line) {
    List<HeldLine> needed = new ArrayList<>();
    long missing = line.quantity();
    for (StockItem item : places(line.sku())) {
      int taken = Math.toIntExact(Math.min(missing, item.heldFor(order)));
      if (taken > 0) {
        needed.add(new HeldLine(item.sku(), item.warehouseId(), taken));
        missing -= taken;
      }
    }
    return needed;
  }

  private static Stream<StockHold> holding(List<StockItem> among, String order) {
    return among.stream().flatMap(item -> item.holdOf(order).stream());
  }

  private long heldOf(String order, String sku) {
    return places(sku).stream().mapToLong(item -> item.heldFor(order)).sum();
  }

  private List<StockItem> places(String sku) {
    return items.values().stream().filter(item -> item.sku().equals(sku)).toList();
  }

  private StockItem item(String warehouse, String sku) {
    return items.get(new StockKey(COMPANY, warehouse, sku).id());
  }

  private ReservationRequest request(String order) {
    return ReservationRequest.of(COMPANY, wanted.get(order), "simulated");
  }

  private ReservationRequest unseen(String order) {
    return ReservationRequest.unseen(COMPANY, order, world.now(), "simulated");
  }
}
