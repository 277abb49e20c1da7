package io.emporium.fleet.audit;

import io.emporium.fleet.audit.Books.Movement;
import io.emporium.fleet.audit.Books.Stock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Replays the ledger: all movements together are what is there, and nothing was sold that was not.
final class StockAndMovements implements Check {

  @Override
  public String name() {
    return "stock and movements";
  }

  @Override
  public List<Drift> of(Books books) {
    Map<String, Long> sums =
        new HashMap<>(
            books.movements().stream()
                .collect(
                    Collectors.groupingBy(
                        Movement::place, Collectors.summingLong(Movement::delta))));
    List<Drift> drifts = new ArrayList<>();
    for (Stock stock : Books.byKey(books.stock(), Stock::place).values()) {
      long sum = sums.getOrDefault(stock.place(), 0L);
      sums.remove(stock.place());
      if (sum != stock.onHand()) {
        drifts.add(drift(stock.place(), "on hand " + stock.onHand() + ", movements say " + sum));
      }
      if (stock.onHand() < 0 || stock.available() < 0 || stock.reserved() < 0) {
        drifts.add(drift(stock.place(), "oversold: " + stock));
      }
      if (stock.available() != stock.onHand() - stock.reserved()) {
        drifts.add(drift(stock.place(), "figures do not add up: " + stock));
      }
    }
    sums.forEach(
        (place, sum) -> {
          if (sum != 0) {
            drifts.add(drift(place, "movements of " + sum + " for an unknown item"));
          }
        });
    return drifts;
  }

  private Drift drift(String place, String detail) {
    return new Drift(name(), Drift.NOBODY, place, detail);
  }
}
