package io.emporium.debt.book;

import java.time.Instant;

/// One thing that happened to a debt.
public record HistoryEntry(Instant at, String event, String actor, String note) {}
