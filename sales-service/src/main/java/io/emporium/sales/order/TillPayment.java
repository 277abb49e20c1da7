package io.emporium.sales.order;

import io.emporium.events.Money;
import org.jspecify.annotations.Nullable;

/// How a sale was paid at the till.
///
/// @param method cash or card_terminal
/// @param reference number of the terminal's slip, or of the sale
/// @param staffId who took the money
/// @param tendered what the customer handed over; null when it was exact
public record TillPayment(
    String method, String reference, String staffId, @Nullable Money tendered) {}
