package io.emporium.inventory.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.events.inventory.Shortage;
import io.emporium.events.inventory.StockLine;
import io.emporium.inventory.stock.InsufficientStock;
import io.emporium.inventory.stock.Movement;
import io.emporium.inventory.stock.StockItem;
import io.emporium.inventory.stock.StockKey;
import io.emporium.inventory.stock.Transit;
import io.emporium.inventory.stock.TransitMovement;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.testing.simulation.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The real stock items and transfers, with the work between them cut into its single writes, by
/// workers that die, stand still, and do not take turns: they are as many instances. People ship,
/// receive and cancel as it comes.
final class Yard {

  private static final String COMPANY = "acme";
  private static final int MOST_HAPPENINGS = 400_000;
  private static final Duration OPEN = Duration.ofHours(8);
  private static final Duration PATIENCE = Duration.ofMinutes(20);
  private static final Duration BETWEEN_WRITES = Duration.ofMillis(20);
  private static final Duration SWEEP = Duration.ofSeconds(35);
  private static final Duration STANDS_STILL = Duration.ofSeconds(10);

  private final World world;
  private final long perItem;
  private final Map<String, StockItem> items = new TreeMap<>();
  private final Map<String, Transfer> transfers = new TreeMap<>();
  private final Map<String, Instant> watched = new HashMap<>();

  Yard(long seed, int many) {
    world = new World(seed);
    perItem = 1 + world.random().nextInt(many);
    for (String warehouse : List.of("north", "south")) {
      for (String sku : List.of("CUP", "TEA")) {
        StockItem item =
            StockItem.open(new StockKey(COMPANY, warehouse, sku), warehouse, 2, world.now());
        item.move(Movement.receipt("first", perItem, null), world.now());
        items.put(item.id(), item);
      }
    }
    for (int n = 0; n < many; n++) {
      String id = "t" + n;
      world.within(OPEN, id + " begins", () -> begin(id));
    }
  }

  World world() {
    return world;
  }

  /// How the transfers have ended.
  Set<TransferStatus> ends() {
    return transfers.values().stream().map(Transfer::status).collect(Collectors.toSet());
  }

  /// @throws AssertionError when something is wrong
  void run() {
    world.run(MOST_HAPPENINGS);
    putBackStrayPicks();
    requireOrder();
  }

  private void begin(String id) {
    boolean south = world.random().nextBoolean();
    List<StockLine> lines = new ArrayList<>();
    lines.add(new StockLine("TEA", 1 + world.random().nextInt(4)));
    if (world.random().nextBoolean()) {
      lines.add(new StockLine("CUP", 1 + world.random().nextInt(3)));
    }
    var plan = new TransferPlan(south ? "north" : "south", south ? "south" : "north", lines, null);
    Transfer transfer = Transfer.draft(id, COMPANY, id, plan, now());
    transfer.submit(false, ServedShops.ALL, now());
    transfers.put(id, transfer);
    asked(id, "ship", it -> it.ship(now()));
    asked(id, "ship", it -> it.ship(now()));
    if (world.random().nextInt(3) == 0) {
      asked(id, "cancel", it -> it.cancel("changed our minds", now()));
    }
    for (int n = 0; n < 3; n++) {
      String delivery = id + "-" + n;
      Delivery.Count count = count(plan, n == 2);
      asked(id, "receive", it -> it.receive(delivery, count, now()));
    }
  }

  private Delivery.Count count(TransferPlan plan, boolean last) {
    List<Delivery.Counted> counted =
        plan.lines().stream()
            .map(
                line ->
                    new Delivery.Counted(
                        line.sku(), world.random().nextInt(3), world.random().nextInt(2)))
            .toList();
    return new Delivery.Count(counted, last, "as counted");
  }

  private void asked(String id, String what, Consumer<Transfer> command) {
    world.within(PATIENCE, id + " " + what, () -> command(id, what, command));
  }

  private void command(String id, String what, Consumer<Transfer> command) {
    Transfer transfer = transfers.get(id);
    if (transfer.status().isUnderWay()) {
      carry(id);
      world.within(SWEEP, id + " " + what + " again", () -> command(id, what, command));
      return;
    }
    try {
      command.accept(transfer);
    } catch (Refusal _) {
      // Not in this state, or nothing was counted: people shrug.
      return;
    }
    carry(id);
  }

  private void carry(String id) {
    if (transfers.get(id).status().isUnderWay()) {
      work(id, "is carried", () -> advance(id));
      lookAgain(id);
    }
  }

  private void lookAgain(String id) {
    Instant until = world.now().plus(SWEEP);
    if (watched.getOrDefault(id, Instant.MIN).isBefore(world.now())) {
      watched.put(id, until);
      world.after(SWEEP, id + " sweep", () -> sweep(id));
    }
  }

  private void sweep(String id) {
    Instant due = transfers.get(id).dueAt();
    if (due == null) {
      return;
    }
    watched.remove(id);
    if (due.plus(STANDS_STILL).isBefore(world.now())) {
      carry(id);
    } else {
      lookAgain(id);
    }
  }

  /// One step of a worker. It may stand still before it, for long; or die, and then nobody goes on
  /// here.
  private void work(String id, String what, Runnable step) {
    world.within(
        BETWEEN_WRITES,
        id + " " + what,
        () -> {
          if (!world.dies()) {
            world.mayDie();
            step.run();
          }
        });
  }

  private void advance(String id) {
    Transfer transfer = transfers.get(id);
    if (transfer.status() == TransferStatus.PICKING) {
      transfer.takeOver(now());
    }
    TransferStatus status = transfer.status();
    int attempt = transfer.attempt();
    List<Runnable> writes =
        switch (status) {
          case PICKING -> List.of();
          case UNPICKING -> unpicks(transfer, attempt);
          case DISPATCHING -> departures(transfer, attempt);
          case BOOKING -> arrivals(transfer);
          case RETURNING -> returns(transfer);
          case DRAFT,
              SUBMITTED,
              APPROVED,
              REJECTED,
              SHIPPED,
              PARTLY_RECEIVED,
              RECEIVED,
              CANCELLED ->
              List.of();
        };
    if (status == TransferStatus.PICKING) {
      pick(id, attempt, 0);
    } else if (status.isUnderWay()) {
      write(id, status, attempt, writes, 0);
    }
  }

  private void write(
      String id, TransferStatus status, int attempt, List<Runnable> writes, int next) {
    work(
        id,
        status + " " + next,
        () -> {
          if (next == writes.size()) {
            transfers.get(id).carried(status, attempt, now());
            carry(id);
          } else {
            writes.get(next).run();
            write(id, status, attempt, writes, next + 1);
          }
        });
  }

  private void pick(String id, int attempt, int line) {
    Transfer transfer = transfers.get(id);
    work(
        id,
        "picks " + line,
        () -> {
          if (line == transfer.lines().size()) {
            transfer.carried(TransferStatus.PICKING, attempt, now());
            goOnOrPutBack(id, attempt);
            return;
          }
          TransferLine wanted = transfer.lines().get(line);
          try {
            move(transfer.fromWarehouseId(), wanted.sku(), pickOf(id, attempt, wanted));
            pick(id, attempt, line + 1);
          } catch (InsufficientStock e) {
            var shortage = new Shortage(wanted.sku(), wanted.quantity(), 0);
            transfer.fallShort(attempt, List.of(shortage), now());
            goOnOrPutBack(id, attempt);
          }
        });
  }

  private static Movement pickOf(String id, int attempt, TransferLine line) {
    return new TransitMovement.Pick(id, attempt, line.quantity());
  }

  private void goOnOrPutBack(String id, int attempt) {
    Transfer transfer = transfers.get(id);
    if (attempt <= transfer.lastVainAttempt()) {
      unpicks(transfer, attempt).forEach(write -> work(id, "is late", write));
    }
    carry(id);
  }

  private List<Runnable> unpicks(Transfer transfer, int upToAttempt) {
    return writes(
        transfer,
        (line, all) ->
            all.add(
                () ->
                    move(
                        transfer.fromWarehouseId(),
                        line.sku(),
                        new TransitMovement.Unpick(transfer.id(), upToAttempt))));
  }

  private List<Runnable> departures(Transfer transfer, int attempt) {
    return writes(
        transfer,
        (line, all) -> {
          String id = transfer.id();
          all.add(
              () ->
                  move(
                      transfer.fromWarehouseId(),
                      line.sku(),
                      new TransitMovement.Depart(id, attempt)));
          all.add(
              () ->
                  move(
                      transfer.toWarehouseId(),
                      line.sku(),
                      new TransitMovement.Expect(id, line.quantity())));
        });
  }

  private List<Runnable> arrivals(Transfer transfer) {
    Delivery delivery = transfer.freight().deliveries().getLast();
    List<Runnable> all = new ArrayList<>();
    for (Delivery.Line line : delivery.lines()) {
      all.add(
          () ->
              move(
                  transfer.toWarehouseId(),
                  line.sku(),
                  new TransitMovement.Arrive(
                      transfer.id(),
                      delivery.id(),
                      line.good(),
                      line.damaged(),
                      line.missing(),
                      line.surplus(),
                      "as counted")));
    }
    return all;
  }

  private List<Runnable> returns(Transfer transfer) {
    return writes(
        transfer,
        (line, all) -> {
          String id = transfer.id();
          int open = line.open();
          if (open > 0) {
            all.add(
                () ->
                    move(
                        transfer.toWarehouseId(),
                        line.sku(),
                        new TransitMovement.StillComing(id, 0)));
            all.add(
                () ->
                    move(
                        transfer.fromWarehouseId(),
                        line.sku(),
                        Movement.calledBack(id, open, "cancelled")));
          }
        });
  }

  private interface LineWrites {
    void add(TransferLine line, List<Runnable> all);
  }

  private static List<Runnable> writes(Transfer transfer, LineWrites ofLine) {
    List<Runnable> all = new ArrayList<>();
    transfer.lines().forEach(line -> ofLine.add(line, all));
    return all;
  }

  private void move(String warehouse, String sku, Movement movement) {
    items.get(new StockKey(COMPANY, warehouse, sku).id()).move(movement, world.now());
  }

  private void putBackStrayPicks() {
    for (StockItem item : items.values()) {
      for (Transit.Picked picked : item.transit().leaving()) {
        int vain = transfers.get(picked.transferId()).lastVainAttempt();
        item.move(new TransitMovement.Unpick(picked.transferId(), vain), world.now());
      }
    }
  }

  private void requireOrder() {
    for (Transfer transfer : transfers.values()) {
      assertThat(transfer.status().isUnderWay()).as(transfer.id() + " is at rest").isFalse();
    }
    items.values().forEach(this::requireOrder);
  }

  /// Every unit is where the transfers say.
  private void requireOrder(StockItem item) {
    long onHand = perItem;
    long incoming = 0;
    for (Transfer transfer : transfers.values()) {
      for (TransferLine line : transfer.lines()) {
        if (line.sku().equals(item.sku()) && hasLeft(transfer, line)) {
          boolean source = transfer.fromWarehouseId().equals(item.warehouseId());
          onHand += source ? line.returned() - line.quantity() : line.good();
          incoming += source ? 0 : line.open();
        }
      }
    }
    assertThat(item.onHand()).as(item.id() + " on hand").isEqualTo(onHand);
    assertThat(item.incoming()).as(item.id() + " incoming").isEqualTo(incoming);
    assertThat(item.transit().leaving()).as(item.id() + " set aside").isEmpty();
  }

  private static boolean hasLeft(Transfer transfer, TransferLine line) {
    return switch (transfer.status()) {
      case SHIPPED, PARTLY_RECEIVED, RECEIVED -> true;
      // Cancelled on its way, or before.
      case CANCELLED -> line.open() == 0;
      case DRAFT,
          SUBMITTED,
          APPROVED,
          REJECTED,
          PICKING,
          UNPICKING,
          DISPATCHING,
          BOOKING,
          RETURNING ->
          false;
    };
  }

  private Act now() {
    return new Act("people", "simulated", world.now());
  }
}
