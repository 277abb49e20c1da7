package io.emporium.inventory.check;

import io.emporium.inventory.stock.StockItem;
import io.emporium.inventory.stock.StockKey;
import java.util.HashMap;
import java.util.Map;

/// What all items together hold for orders and expect of transfers.
final class Promises {

  private final Map<String, Integer> held = new HashMap<>();
  private final Map<String, Integer> expected = new HashMap<>();

  void enter(StockItem item) {
    item.holds().forEach(hold -> held.put(place(item.id(), hold.orderId()), hold.quantity()));
    item.transit()
        .arriving()
        .forEach(units -> expected.put(place(item.id(), units.transferId()), units.quantity()));
  }

  int held(StockKey key, String orderId) {
    return held.getOrDefault(place(key.id(), orderId), 0);
  }

  int expected(StockKey key, String transferId) {
    return expected.getOrDefault(place(key.id(), transferId), 0);
  }

  private static String place(String itemId, String reference) {
    return itemId + "|" + reference;
  }
}
