/// Reservations over HTTP, for people who look into an order.
@NullMarked
package io.emporium.inventory.reservation.web;

import org.jspecify.annotations.NullMarked;
