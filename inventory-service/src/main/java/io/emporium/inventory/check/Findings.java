package io.emporium.inventory.check;

import java.util.ArrayList;
import java.util.List;

/// What a check has found.
public final class Findings {

  private final List<Drift> drifts = new ArrayList<>();
  private long items;
  private long reservations;
  private long pending;

  void countItem() {
    items++;
  }

  void countReservation() {
    reservations++;
  }

  /// @param underWay whether work in progress explains the difference
  void add(Drift drift, boolean underWay) {
    if (underWay) {
      pending++;
    } else {
      drifts.add(drift);
    }
  }

  public List<Drift> drifts() {
    return List.copyOf(drifts);
  }

  public long items() {
    return items;
  }

  public long reservations() {
    return reservations;
  }

  /// Differences that messages on their way explain.
  public long pending() {
    return pending;
  }
}
