package io.emporium.inventory.reservation;

import io.emporium.events.inventory.Shortage;
import java.util.List;

/// Why an order could not be held.
///
/// @param reason as in the contract: `insufficient_stock`, `unknown_sku` or `expired`
/// @param someTaken whether units are held nevertheless and have to be given back
record Shortfall(String reason, List<Shortage> shortages, boolean someTaken) {}
