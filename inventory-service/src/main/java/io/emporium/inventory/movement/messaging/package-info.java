/// The ledger is written from the stock's own events.
@NullMarked
package io.emporium.inventory.movement.messaging;

import org.jspecify.annotations.NullMarked;
