/// Whether stock, ledger and reservations agree, and how to mend what does not.
@NullMarked
package io.emporium.inventory.check;

import org.jspecify.annotations.NullMarked;
