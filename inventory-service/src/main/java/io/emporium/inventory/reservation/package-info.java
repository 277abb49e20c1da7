/// What is held for an order, all lines or none.
@NullMarked
package io.emporium.inventory.reservation;

import org.jspecify.annotations.NullMarked;
