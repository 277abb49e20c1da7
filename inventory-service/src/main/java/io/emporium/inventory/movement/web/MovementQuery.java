package io.emporium.inventory.movement.web;

import io.emporium.inventory.movement.Ledger;
import org.jspecify.annotations.Nullable;

/// Parameters of the list.
record MovementQuery(@Nullable String sku, @Nullable String warehouse, @Nullable String reference) {

  Ledger.Filter toFilter() {
    return new Ledger.Filter(sku, warehouse, reference);
  }
}
