package io.emporium.sales.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.events.inventory.DeductStock;
import io.emporium.events.inventory.InventoryCommand;
import io.emporium.events.inventory.ReleaseStock;
import io.emporium.events.inventory.ReserveStock;
import io.emporium.events.inventory.RestockItems;
import io.emporium.events.inventory.StockLine;
import io.emporium.kit.testing.simulation.World;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// inventory-service as the saga sees it: every command is answered, also a repeated one, and what
/// is answered is what its reservations answer. All orders draw on the same few units.
final class ModelInventory {

  enum Status {
    HELD,
    REFUSED,
    RELEASED,
    EXPIRED,
    DEDUCTED
  }

  static final class Reservation {
    private final List<StockLine> lines;
    private final Set<String> restocked = new HashSet<>();
    private Status status;
    private boolean returned;

    Reservation(List<StockLine> lines, Status status) {
      this.lines = lines;
      this.status = status;
    }

    boolean isHeld() {
      return status == Status.HELD;
    }

    /// Whether units are gone and have not come back.
    boolean isOut() {
      return status == Status.DEDUCTED && !returned;
    }
  }

  private final World world;
  private final BiConsumer<String, SagaReply> answer;
  private final Map<String, Integer> available = new HashMap<>();
  private final Map<String, Reservation> reservations = new HashMap<>();

  ModelInventory(World world, BiConsumer<String, SagaReply> answer, Map<String, Integer> stock) {
    this.world = world;
    this.answer = answer;
    this.available.putAll(stock);
  }

  void take(InventoryCommand command) {
    world.mayDie();
    switch (command) {
      case ReserveStock reserve -> reserve(reserve);
      case ReleaseStock(var orderId, _) -> release(orderId);
      case DeductStock(var orderId) -> deduct(orderId);
      case RestockItems restock -> restock(restock);
    }
    world.mayDie();
  }

  private void reserve(ReserveStock command) {
    String id = command.orderId();
    Reservation known = reservations.get(id);
    if (known != null) {
      answer.accept(id, again(known));
      return;
    }
    boolean enough = isEnough(command.lines());
    if (enough) {
      move(command.lines(), -1);
      expireAfter(id, command.expiresAt());
    }
    reservations.put(id, new Reservation(command.lines(), enough ? Status.HELD : Status.REFUSED));
    answer.accept(id, again(reservations.get(id)));
  }

  private static SagaReply again(Reservation known) {
    return switch (known.status) {
      case HELD -> new SagaReply.StockHeld();
      case REFUSED -> new SagaReply.StockRefused("insufficient_stock");
      case RELEASED -> new SagaReply.DeductionRefused("released");
      case EXPIRED -> new SagaReply.DeductionRefused("expired");
      case DEDUCTED -> new SagaReply.StockDeducted();
    };
  }

  private void expireAfter(String id, Instant expiresAt) {
    Duration left = Duration.between(world.now(), expiresAt);
    world.after(
        left.isNegative() ? Duration.ZERO : left.plusSeconds(5),
        id + " hold expires",
        () -> {
          Reservation held = reservations.get(id);
          if (held.isHeld()) {
            held.status = Status.EXPIRED;
            move(held.lines, 1);
            answer.accept(id, new SagaReply.HoldExpired());
          }
        });
  }

  private void release(String id) {
    Reservation known = reservations.get(id);
    if (known == null) {
      reservations.put(id, new Reservation(List.of(), Status.RELEASED));
    } else if (known.isHeld()) {
      known.status = Status.RELEASED;
      move(known.lines, 1);
    }
    Reservation after = reservations.get(id);
    answer.accept(
        id,
        after.status == Status.DEDUCTED
            ? new SagaReply.StockDeducted()
            : new SagaReply.StockReleased());
  }

  private void deduct(String id) {
    Reservation known = reservations.computeIfAbsent(id, _ -> unseen());
    switch (known.status) {
      case HELD -> known.status = Status.DEDUCTED;
      case RELEASED, EXPIRED -> {
        // What was given back is taken again, if it is still there.
        if (!known.lines.isEmpty() && isEnough(known.lines)) {
          move(known.lines, -1);
          known.status = Status.DEDUCTED;
        } else {
          known.status = Status.EXPIRED;
        }
      }
      case REFUSED, DEDUCTED -> {
        // Answered again.
      }
    }
    answer.accept(id, again(known));
  }

  private static Reservation unseen() {
    return new Reservation(List.of(), Status.EXPIRED);
  }

  private void restock(RestockItems command) {
    Reservation known = reservations.get(command.orderId());
    assertThat(known).as("nothing was ever deducted for " + command.orderId()).isNotNull();
    if (known.restocked.add(command.restockId()) && known.isOut()) {
      known.returned = true;
      move(known.lines, 1);
    }
    answer.accept(command.orderId(), new SagaReply.StockRestocked(command.restockId()));
  }

  private boolean isEnough(List<StockLine> lines) {
    return lines.stream().allMatch(line -> available.get(line.sku()) >= line.quantity());
  }

  private void move(List<StockLine> lines, int direction) {
    for (StockLine line : lines) {
      int left = available.merge(line.sku(), direction * line.quantity(), Integer::sum);
      assertThat(left).as("oversold " + line.sku()).isNotNegative();
    }
  }

  @Nullable Reservation of(String orderId) {
    return reservations.get(orderId);
  }

  Map<String, Integer> available() {
    return available;
  }

  /// Units that are out, by SKU.
  Map<String, Integer> out() {
    Map<String, Integer> out = new HashMap<>();
    reservations.values().stream()
        .filter(Reservation::isOut)
        .flatMap(reservation -> reservation.lines.stream())
        .forEach(line -> out.merge(line.sku(), line.quantity(), Integer::sum));
    return out;
  }
}
