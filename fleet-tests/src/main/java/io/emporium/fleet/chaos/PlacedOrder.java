package io.emporium.fleet.chaos;

/// An order that the platform has accepted, so that it may never be lost.
record PlacedOrder(String id, Fate fate) {}
