package io.emporium.inventory.reservation;

import io.emporium.events.inventory.HeldLine;
import java.util.List;

/// Units of a deducted order that come back, to where they were taken from.
record Restock(String restockId, String reason, List<HeldLine> lines, boolean done) {

  Restock doneIf(String id) {
    return restockId.equals(id) ? new Restock(restockId, reason, lines, true) : this;
  }
}
