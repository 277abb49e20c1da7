package io.emporium.inventory.stock;

import io.emporium.events.inventory.StockBack;
import io.emporium.events.inventory.StockChanged;
import io.emporium.events.inventory.StockLow;
import io.emporium.events.inventory.StockOut;
import io.emporium.inventory.stock.Step.Change;
import io.emporium.kit.store.AggregateRoot;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.TenantOwned;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// The figures of a SKU in a warehouse.
@Document("stock_items")
@TypeAlias("stock_item")
@TenantOwned
public final class StockItem extends AggregateRoot {

  private String sku;
  private String warehouseId;
  private String warehouseName;
  private long onHand;
  private long reserved;
  private long available;
  private long incoming;
  private long threshold;
  private Availability availability;
  private OrderHolds orders = OrderHolds.NONE;
  private Transit transit = Transit.NONE;
  private Postings postings = Postings.NONE;
  private StockAlarm alarm = StockAlarm.ARMED;
  private Listing listing = Listing.UNKNOWN;
  private long movements;
  private @Nullable Instant movedAt;
  private @Nullable Instant updatedAt;

  @PersistenceCreator
  @SuppressWarnings("NullAway.Init") // the store fills the fields
  private StockItem() {}

  private StockItem(StockKey key, String warehouseName, long threshold, Instant now) {
    super(key.id(), key.companyId());
    this.sku = key.sku();
    this.warehouseId = key.warehouseId();
    this.warehouseName = warehouseName;
    this.threshold = threshold;
    this.availability = Availability.OUT;
    this.updatedAt = now;
  }

  /// A SKU that has never been in the warehouse.
  public static StockItem open(StockKey key, String warehouseName, long threshold, Instant now) {
    return new StockItem(key, warehouseName, threshold, now);
  }

  /// @throws InsufficientStock when more is promised or taken than is available
  /// @throws UnsoundStock when the figures contradict each other
  public Outcome move(Movement movement, Instant now) {
    requireSound();
    Outcome outcome =
        switch (movement) {
          case Movement.OfOrder order -> take(orders.after(order), next -> orders = next, now);
          case Movement.Posting posting ->
              take(postings.after(posting, now), next -> postings = next, now);
          case TransitMovement transfer ->
              take(transit.after(transfer, now), next -> transit = next, now);
        };
    requireSound();
    return outcome;
  }

  public Outcome setThreshold(long wanted, Instant now) {
    if (wanted == threshold) {
      return Outcome.ALREADY;
    }
    threshold = wanted;
    updatedAt = now;
    refigure(movements > 0);
    return Outcome.APPLIED;
  }

  /// Changes no figure, and nothing is announced: what a product is, its own events tell.
  Outcome list(Listing wanted) {
    if (listing.equals(wanted)) {
      return Outcome.ALREADY;
    }
    listing = wanted;
    return Outcome.APPLIED;
  }

  private <S> Outcome take(Optional<Step<S>> found, Consumer<S> keep, Instant now) {
    if (found.isEmpty()) {
      return Outcome.ALREADY;
    }
    Step<S> step = found.get();
    if (step.wanted() > Math.max(0, available)) {
      throw new InsufficientStock(sku, available);
    }
    keep.accept(step.state());
    count(step.changes(), now);
    return Outcome.APPLIED;
  }

  /// Several changes are one write, and each is announced with the figures after all of them.
  private void count(List<Change> changes, Instant now) {
    long before = available;
    for (Change change : changes) {
      if (change.delta() != 0) {
        onHand += change.delta();
        movements++;
        movedAt = now;
      }
    }
    reserved = promised();
    incoming = transit.arrivingInAll();
    available = onHand - reserved;
    updatedAt = now;
    changes.forEach(this::announce);
    refigure(available < before);
  }

  private void announce(Change change) {
    record(
        new StockChanged(
            sku,
            warehouseId,
            onHand,
            reserved,
            available,
            change.delta(),
            change.kind().wireName(),
            change.reference(),
            change.reason()));
  }

  private void refigure(boolean fell) {
    availability = Availability.of(available, threshold);
    StockAlarm before = alarm;
    alarm = before.after(available, threshold, fell);
    if (alarm.low() && !before.low()) {
      record(new StockLow(sku, warehouseId, available, threshold));
      send(StockAlerts.low(this));
    }
    if (before.out() && !alarm.out()) {
      record(new StockBack(sku, warehouseId, available));
    }
    if (alarm.out() && !before.out()) {
      record(new StockOut(sku, warehouseId));
    }
  }

  private void requireSound() {
    if (onHand < 0
        || reserved != promised()
        || reserved > onHand
        || available != onHand - reserved
        || incoming != transit.arrivingInAll()) {
      throw new UnsoundStock(
          "stock item %s is unsound: on hand %d, reserved %d, promised %d, available %d, incoming %d"
              .formatted(id(), onHand, reserved, promised(), available, incoming));
    }
  }

  private long promised() {
    return orders.units() + transit.leavingInAll();
  }

  public int heldFor(String orderId) {
    return holdOf(orderId).map(StockHold::quantity).orElse(0);
  }

  public Optional<StockHold> holdOf(String orderId) {
    return orders.of(orderId);
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

  Listing listing() {
    return listing;
  }

  public List<StockHold> holds() {
    return List.copyOf(orders.open());
  }

  public Transit transit() {
    return transit;
  }

  /// How many movements have changed on-hand, to compare with the ledger.
  public long movements() {
    return movements;
  }

  public @Nullable Instant movedAt() {
    return movedAt;
  }

  public @Nullable Instant updatedAt() {
    return updatedAt;
  }
}
