package io.emporium.inventory.reservation;

import io.emporium.events.inventory.RestockItems;
import io.emporium.events.inventory.StockLine;
import java.util.List;

/// @param lines what comes back; everything when empty
record RestockRequest(String restockId, List<StockLine> lines, String reason) {

  static RestockRequest of(RestockItems command) {
    return new RestockRequest(command.restockId(), command.lines(), command.reason());
  }
}
