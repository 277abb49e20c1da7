/// The append-only ledger of on-hand.
@NullMarked
package io.emporium.inventory.movement;

import org.jspecify.annotations.NullMarked;
