/// What the order saga asks of the stock.
@NullMarked
package io.emporium.inventory.reservation.messaging;

import org.jspecify.annotations.NullMarked;
