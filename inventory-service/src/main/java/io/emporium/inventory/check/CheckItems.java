package io.emporium.inventory.check;

import io.emporium.inventory.check.Drift.Kind;
import io.emporium.inventory.movement.Ledger;
import io.emporium.inventory.stock.StockHold;
import io.emporium.inventory.stock.StockItem;
import io.emporium.inventory.stock.Transit;
import io.emporium.kit.tenancy.Scope;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Compares an item's figures with each other, and its on-hand with the ledger.
@Component
class CheckItems {

  private final Ledger ledger;
  private final Patience patience;

  CheckItems(Ledger ledger, Patience patience) {
    this.ledger = ledger;
    this.patience = patience;
  }

  void check(Scope scope, List<StockItem> items, Findings findings) {
    Map<String, Long> sums = ledger.sums(scope, items.stream().map(StockItem::id).toList());
    for (StockItem item : items) {
      findings.countItem();
      checkFigures(item, findings);
      if (sums.getOrDefault(item.id(), 0L) != item.onHand()) {
        // Item and ledger were not read in the same moment: look closely at this one.
        checkLedger(item, findings);
      }
    }
  }

  private static void checkFigures(StockItem item, Findings findings) {
    Transit transit = item.transit();
    long promised =
        item.holds().stream().mapToLong(StockHold::quantity).sum()
            + transit.leaving().stream().mapToLong(Transit.Picked::quantity).sum();
    if (item.onHand() < 0 || item.reserved() != promised || item.reserved() > item.onHand()) {
      findings.add(Findings.at(Kind.FIGURES, item.key(), null, promised, item.reserved()), false);
    }
    long coming = transit.arriving().stream().mapToLong(Transit.Units::quantity).sum();
    if (item.incoming() != coming) {
      findings.add(Findings.at(Kind.FIGURES, item.key(), null, coming, item.incoming()), false);
    }
  }

  private void checkLedger(StockItem item, Findings findings) {
    Ledger.Balance balance = ledger.balance(item.key().companyId(), item.id(), item.version());
    if (balance.sum() != item.onHand()) {
      boolean onItsWay =
          balance.movements() < item.movements() && patience.withLedger(item.movedAt());
      findings.add(
          Findings.at(Kind.LEDGER, item.key(), null, balance.sum(), item.onHand()), onItsWay);
    }
  }
}
