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
import io.emporium.kit.testing.simulation.Seeds;
import io.emporium.kit.testing.simulation.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The real stock items and reservations, with the work between them cut into its single writes:
/// between any two, another order's write may come, or the process may die. Commands for one order
/// come in any order, doubled and contradictory, and several processes may work on one order at
/// once.
final class Storeroom implements Seeds.Simulation {

  private static final String COMPANY = "acme";
  private static final int MOST_HAPPENINGS = 400_000;
  private static final int ROUNDS = 50;
  private static final Duration OPEN = Duration.ofMinutes(10);
  private static final Duration HOLD = Duration.ofMinutes(30);
  private static final Duration BETWEEN_WRITES = Duration.ofMillis(20);
  private static final Duration SWEEP = Duration.ofSeconds(35);

  private final World world;
  private final long perItem;
  private final Map<String, StockItem> items = new TreeMap<>();
  private final Map<String, Reservation> reservations = new TreeMap<>();
  private final Map<String, ReserveStock> wanted = new HashMap<>();
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

  @Override
  public World world() {
    return world;
  }

  @Override
  public void run() {
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
    if (!reservations.containsKey(order)) {
      world.mayDie();
      put(Reservation.take(request(order), world.now()));
    }
    world.mayDie();
    settle(order);
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
      world.within(BETWEEN_WRITES, order + " settles", () -> advance(order));
      world.after(SWEEP, order + " sweep", () -> sweep(order));
    }
  }

  private void sweep(String order) {
    if (!reservations.get(order).status().isSettled()) {
      settle(order);
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
        });
  }

  private void advance(String order) {
    Reservation reservation = reservations.get(order);
    switch (reservation.status()) {
      case PENDING -> take(order, 0, 0);
      case DEDUCTING -> sell(order, reservation.held(), 0);
      case FREEING -> free(order, true);
      case HELD, REFUSED, RELEASED, EXPIRED, DEDUCTED -> settle(order);
    }
  }

  /// One hold at a time. Nobody looks at the reservation in between, as the service does not.
  private void take(String order, int line, int round) {
    world.mayDie();
    List<StockLine> lines = reservations.get(order).lines();
    if (line == lines.size()) {
      taken(order);
      return;
    }
    StockLine wantedLine = lines.get(line);
    long missing = wantedLine.quantity() - heldOf(order, wantedLine.sku());
    if (missing <= 0) {
      take(order, line + 1, 0);
      return;
    }
    if (round == ROUNDS) {
      // As the service: enough of that, the message comes again and the sweep looks too. Who is
      // late here may hold nothing any more, since the order's units have left already.
      return;
    }
    List<StockItem> places = places(wantedLine.sku());
    long available = places.stream().mapToLong(StockItem::available).sum();
    if (available < missing) {
      refuse(order, wantedLine, available);
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
    world.within(
        BETWEEN_WRITES,
        order + " holds",
        () -> {
          hold(best, order, total);
          take(order, line, round + 1);
        });
  }

  private void hold(StockItem item, String order, int total) {
    try {
      item.move(new Movement.Hold(order, total, reservations.get(order).expiresAt()), world.now());
    } catch (InsufficientStock _) {
      // Another order was faster; the next round looks again.
    }
  }

  private void taken(String order) {
    Reservation reservation = reservations.get(order);
    reservation.hold(neededLines(order), world.now());
    world.mayDie();
    if (reservation.status().holdsNothing()) {
      free(order, false);
    }
    settle(order);
  }

  private void refuse(String order, StockLine line, long available) {
    boolean someTaken = !heldLines(order).isEmpty();
    Shortfall shortfall =
        new Shortfall(
            "insufficient_stock",
            List.of(new Shortage(line.sku(), line.quantity(), available)),
            someTaken);
    reservations.get(order).refuse(shortfall, world.now());
    settle(order);
  }

  private void sell(String order, List<HeldLine> held, int line) {
    world.mayDie();
    if (line == held.size()) {
      reservations.get(order).deducted(world.now());
      settle(order);
      return;
    }
    world.within(
        BETWEEN_WRITES,
        order + " sells",
        () -> {
          StockItem item = item(held.get(line).warehouseId(), held.get(line).sku());
          long before = item.onHand();
          item.move(new Movement.Sale(order, held.get(line).quantity()), world.now());
          sold.merge(order, before - item.onHand(), Long::sum);
          sell(order, held, line + 1);
        });
  }

  private void free(String order, boolean andSaySo) {
    world.mayDie();
    var holding = items.values().stream().filter(item -> item.heldFor(order) > 0).findFirst();
    if (holding.isPresent()) {
      world.within(
          BETWEEN_WRITES,
          order + " gives back",
          () -> {
            holding.get().move(new Movement.Release(order, "called_off"), world.now());
            free(order, andSaySo);
          });
    } else if (andSaySo) {
      reservations.get(order).freed(world.now());
      settle(order);
    }
  }

  private void freeStrayHolds() {
    for (StockItem item : items.values()) {
      for (StockHold hold : item.holds()) {
        if (reservations.get(hold.orderId()).status().holdsNothing()) {
          item.move(new Movement.Release(hold.orderId(), "no reservation"), world.now());
        }
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

  /// Two workers on one order may have held more than it needs.
  private List<HeldLine> neededLines(String order) {
    List<HeldLine> needed = new ArrayList<>();
    for (StockLine line : reservations.get(order).lines()) {
      long missing = line.quantity();
      for (StockItem item : places(line.sku())) {
        int taken = Math.toIntExact(Math.min(missing, item.heldFor(order)));
        if (taken > 0) {
          needed.add(new HeldLine(item.sku(), item.warehouseId(), taken));
          missing -= taken;
        }
      }
    }
    return needed;
  }

  private List<HeldLine> heldLines(String order) {
    return items.values().stream()
        .filter(item -> item.heldFor(order) > 0)
        .map(item -> new HeldLine(item.sku(), item.warehouseId(), item.heldFor(order)))
        .collect(Collectors.toList());
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
