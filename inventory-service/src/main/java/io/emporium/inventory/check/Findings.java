package io.emporium.inventory.check;

import io.emporium.inventory.check.Drift.Kind;
import io.emporium.inventory.stock.StockKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a check has found.
public final class Findings {

  private final List<Drift> drifts = new ArrayList<>();
  private long items;
  private long reservations;
  private long transfers;
  private long batches;
  private long pending;
  private long unfinished;

  void countItem() {
    items++;
  }

  void countReservation() {
    reservations++;
  }

  void countTransfer() {
    transfers++;
  }

  void countBatch() {
    batches++;
  }

  void countUnfinished(long more) {
    unfinished += more;
  }

  /// @param underWay whether work in progress explains the difference
  void add(Drift drift, boolean underWay) {
    if (underWay) {
      pending++;
    } else {
      drifts.add(drift);
    }
  }

  static Drift at(Kind kind, StockKey key, @Nullable String reference, long expected, long actual) {
    return new Drift(
        kind, key.companyId(), key.sku(), key.warehouseId(), reference, expected, actual);
  }

  public List<Drift> drifts() {
    return List.copyOf(drifts);
  }

  public long items() {
    return items;
  }

  /// Those that hold something.
  public long reservations() {
    return reservations;
  }

  /// Those with goods on their way.
  public long transfers() {
    return transfers;
  }

  /// Those that are completed.
  public long batches() {
    return batches;
  }

  /// Differences that messages on their way explain.
  public long pending() {
    return pending;
  }

  /// Receipts, reservations, transfers and batches that are not at rest.
  public long unfinished() {
    return unfinished;
  }
}
