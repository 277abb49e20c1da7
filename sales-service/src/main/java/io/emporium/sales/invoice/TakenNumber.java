package io.emporium.sales.invoice;

import java.time.Instant;

/// A number and whom it is for.
record TakenNumber(Occasion occasion, int year, long count, Instant at) {}
