package io.emporium.inventory.movement.messaging;

import io.emporium.events.Envelope;
import io.emporium.events.inventory.StockChanged;
import io.emporium.inventory.movement.Ledger;
import io.emporium.inventory.movement.StockMovement;
import io.emporium.kit.messaging.Consumes;
import io.emporium.kit.messaging.Handles;
import org.springframework.stereotype.Component;

/// Own events, so that no change of on-hand can miss the ledger: both are one write.
@Component
@Consumes("ledger")
class LedgerListener {

  private final Ledger ledger;

  LedgerListener(Ledger ledger) {
    this.ledger = ledger;
  }

  @Handles
  void on(StockChanged change, Envelope<?> envelope) {
    // Holds and releases move nothing.
    if (change.delta() != 0) {
      var _ = ledger.enter(StockMovement.of(change, envelope));
    }
  }
}
