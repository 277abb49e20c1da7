package io.emporium.events.inventory;

import io.emporium.events.Contract;

/// A batch has run to its end.
@Contract("batch.completed")
public record BatchCompleted(String batchId, int accepted, int rejected) implements BatchEvent {}
