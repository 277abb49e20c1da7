package io.emporium.kit.outbox;

import java.util.List;

/// Tells the relay that a write left something to publish, so that it need not look.
@FunctionalInterface
public interface OutboxSignal {

  void written(String collection, String aggregateId, List<OutboxEntry> entries);
}
