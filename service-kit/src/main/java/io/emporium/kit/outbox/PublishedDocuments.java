package io.emporium.kit.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the broker has and the documents still hold. It is taken out of many documents together:
/// one command instead of one per document. A crash before that publishes again, which every
/// consumer survives.
///
/// Not thread-safe: the relay's own.
final class PublishedDocuments {

  private static final long PATIENCE_MILLIS = Duration.ofMillis(100).toMillis();
  private static final int ENOUGH = 64;

  private final Map<String, PendingDocument> waiting = new LinkedHashMap<>();
  private long oldestAt;

  void add(PendingDocument published, long nowMillis) {
    if (waiting.isEmpty()) {
      oldestAt = nowMillis;
    }
    waiting.merge(
        published.collection() + "/" + published.id(), published, PublishedDocuments::together);
  }

  private static PendingDocument together(PendingDocument earlier, PendingDocument later) {
    List<OutboxEntry> entries = new ArrayList<>(earlier.entries());
    entries.addAll(later.entries());
    return new PendingDocument(earlier.collection(), earlier.id(), entries);
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /// Milliseconds until they should be taken out; 0 when it is time.
  long dueInMillis(long nowMillis) {
    return waiting.size() >= ENOUGH ? 0 : Math.max(0, oldestAt + PATIENCE_MILLIS - nowMillis);
  }

  List<PendingDocument> takeAll() {
    List<PendingDocument> all = List.copyOf(waiting.values());
    waiting.clear();
    return all;
  }
}
