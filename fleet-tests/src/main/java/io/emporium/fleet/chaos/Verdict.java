package io.emporium.fleet.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What is wrong with how the orders of a run have ended. Each sentence begins with the order's id.
final class Verdict {

  private Verdict() {}

  static List<String> of(Map<String, PlacedOrder> accepted, Map<String, OrderEnd> ends) {
    List<String> found = new ArrayList<>();
    new TreeMap<>(accepted).forEach((id, order) -> judge(order, ends, found));
    Set<String> strangers = new TreeSet<>(ends.keySet());
    strangers.removeAll(accepted.keySet());
    strangers.forEach(
        id -> found.add(id + " exists, though nobody was told so: one order was placed twice"));
    return found;
  }

  private static void judge(PlacedOrder order, Map<String, OrderEnd> ends, List<String> found) {
    OrderEnd end = ends.get(order.id());
    if (end == null) {
      found.add(order.id() + " was accepted and is lost (" + order.fate() + ")");
    } else if (!end.terminal()) {
      found.add(order.id() + " has not ended: " + end + " (" + order.fate() + ")");
    } else if (!end.status().equals(order.fate().end())) {
      found.add(
          order.id()
              + " had to end "
              + order.fate().end()
              + ": "
              + end
              + " ("
              + order.fate()
              + ")");
    }
  }
}
