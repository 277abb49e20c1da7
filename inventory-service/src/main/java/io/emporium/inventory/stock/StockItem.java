package io.emporium.inventory.stock;

import io.emporium.events.inventory.StockBack;
import io.emporium.events.inventory.StockChanged;
import io.emporium.events.inventory.StockLow;
import io.emporium.events.inventory.StockOut;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.AggregateRoot;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.TenantOwned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// The figures of a SKU in a warehouse.
@Document("stock_items")
@TypeAlias("stock_item")
@TenantOwned
public final class StockItem extends AggregateRoot {

  /// Movements remembered to know a repetition. Repetitions follow within seconds.
  private static final int REMEMBERED = 50;

  private record Change(
      MovementKind kind, long delta, @Nullable String reference, @Nullable String reason) {}

  private String sku;
  private String warehouseId;
  private String warehouseName;
  private long onHand;
  private long reserved;
  private long available;
  private long incoming;
  private long threshold;
  private Availability availability;
  private List<StockHold> holds;
  private List<String> posted;
  private List<String> sold;
  private boolean lowRaised;
  private boolean outRaised;
  private long movements;
  private @Nullable Instant movedAt;

  @PersistenceCreator
  @SuppressWarnings("NullAway.Init") // the store fills the fields
  private StockItem() {}

  private StockItem(StockKey key, String warehouseName, long threshold) {
    super(key.id(), key.companyId());
    this.sku = key.sku();
    this.warehouseId = key.warehouseId();
    this.warehouseName = warehouseName;
    this.threshold = threshold;
    this.availability = Availability.OUT;
    this.holds = List.of();
    this.posted = List.of();
    this.sold = List.of();
  }

  /// A SKU that has never been in the warehouse.
  public static StockItem open(StockKey key, String warehouseName, long threshold) {
    return new StockItem(key, warehouseName, threshold);
  }

  /// @throws InsufficientStock when a hold asks for more than is available
  /// @throws Refusal when on-hand would fall below what is held
  /// @throws IllegalStateException when the figures contradict each other: nothing more happens to
  ///   such an item until people have looked at it
  public Outcome move(Movement movement, Instant now) {
    requireSound();
    Outcome outcome =
        switch (movement) {
          case Movement.Hold hold -> hold(hold, now);
          case Movement.Release release -> release(release, now);
          case Movement.Sale sale -> sell(sale, now);
          case Movement.Posting posting -> post(posting, now);
        };
    requireSound();
    return outcome;
  }

  public Outcome setThreshold(long wanted) {
    if (wanted == threshold) {
      return Outcome.ALREADY;
    }
    threshold = wanted;
    refigure(movements > 0);
    return Outcome.APPLIED;
  }

  private Outcome hold(Movement.Hold hold, Instant now) {
    long more = hold.quantity() - heldFor(hold.orderId());
    if (more <= 0 || sold.contains(hold.orderId())) {
      return Outcome.ALREADY;
    }
    if (more > available) {
      throw new InsufficientStock(sku, available);
    }
    List<StockHold> others = StockHold.without(hold.orderId(), holds);
    others.add(new StockHold(hold.orderId(), hold.quantity(), hold.expiresAt()));
    holds = others;
    reserved += more;
    return changed(new Change(MovementKind.HOLD, 0, hold.orderId(), null), now);
  }

  private Outcome release(Movement.Release release, Instant now) {
    int held = heldFor(release.orderId());
    if (held == 0) {
      return Outcome.ALREADY;
    }
    holds = StockHold.without(release.orderId(), holds);
    reserved -= held;
    return changed(new Change(MovementKind.RELEASE, 0, release.orderId(), release.reason()), now);
  }

  private Outcome sell(Movement.Sale sale, Instant now) {
    int held = heldFor(sale.orderId());
    if (held == 0 || sold.contains(sale.orderId())) {
      return Outcome.ALREADY;
    }
    holds = StockHold.without(sale.orderId(), holds);
    sold = remembering(sold, sale.orderId());
    reserved -= held;
    return changed(new Change(MovementKind.SALE, -held, sale.orderId(), null), now);
  }

  private Outcome post(Movement.Posting posting, Instant now) {
    if (posted.contains(posting.id())) {
      return Outcome.ALREADY;
    }
    if (posting.delta() < 0 && available + posting.delta() < 0) {
      throw new InsufficientStock(sku, available);
    }
    posted = remembering(posted, posting.id());
    return changed(
        new Change(posting.kind(), posting.delta(), posting.reference(), posting.reason()), now);
  }

  private Outcome changed(Change change, Instant now) {
    long before = available;
    onHand += change.delta();
    if (change.delta() != 0) {
      movements++;
      movedAt = now;
    }
    long after = onHand - reserved;
    record(
        new StockChanged(
            sku,
            warehouseId,
            onHand,
            reserved,
            after,
            change.delta(),
            change.kind().wireName(),
            change.reference(),
            change.reason()));
    refigure(after < before);
    return Outcome.APPLIED;
  }

  /// @param fell whether there is less than before: only a fall raises an alert, so that a first
  ///   small delivery does not
  private void refigure(boolean fell) {
    available = onHand - reserved;
    availability = Availability.of(available, threshold);
    if (available > threshold) {
      lowRaised = false;
    } else if (fell && !lowRaised) {
      lowRaised = true;
      record(new StockLow(sku, warehouseId, available, threshold));
      send(StockAlerts.low(this));
    }
    if (available > 0 && outRaised) {
      outRaised = false;
      record(new StockBack(sku, warehouseId, available));
    } else if (available == 0 && fell && !outRaised) {
      outRaised = true;
      record(new StockOut(sku, warehouseId));
    }
  }

  private void requireSound() {
    long held = StockHold.sum(holds);
    if (onHand < 0 || reserved != held || reserved > onHand || available != onHand - reserved) {
      throw new IllegalStateException(
          "stock item %s is unsound: on hand %d, reserved %d, held %d, available %d"
              .formatted(id(), onHand, reserved, held, available));
    }
  }

  private static List<String> remembering(List<String> known, String id) {
    List<String> longer = new ArrayList<>(known);
    longer.add(id);
    return longer.size() <= REMEMBERED ? longer : longer.subList(1, longer.size());
  }

  public int heldFor(String orderId) {
    return StockHold.of(orderId, holds);
  }

  public StockKey key() {
    return new StockKey(Objects.requireNonNull(companyId()), warehouseId, sku);
  }

  public String sku() {
    return sku;
  }

  public String warehouseId() {
    return warehouseId;
  }

  public String warehouseName() {
    return warehouseName;
  }

  public long onHand() {
    return onHand;
  }

  public long reserved() {
    return reserved;
  }

  public long available() {
    return available;
  }

  public long incoming() {
    return incoming;
  }

  public long threshold() {
    return threshold;
  }

  public Availability availability() {
    return availability;
  }

  public List<StockHold> holds() {
    return List.copyOf(holds);
  }

  /// How many movements have changed on-hand, to compare with the ledger.
  public long movements() {
    return movements;
  }

  public @Nullable Instant movedAt() {
    return movedAt;
  }
}
