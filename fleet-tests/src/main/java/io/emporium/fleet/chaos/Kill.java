package io.emporium.fleet.chaos;

/// One death.
///
/// @param afterOrders so many orders have been answered by then
/// @param awaitHealthy false where the next may die before this one is back
record Kill(int afterOrders, String victim, boolean awaitHealthy) {}
