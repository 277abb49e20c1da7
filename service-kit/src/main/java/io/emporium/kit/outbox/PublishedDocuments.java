package io.emporium.kit.outbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the broker has and the documents still hold. It is taken out once a document has been quiet
/// for a moment, since most are written several times in a row, and out of many documents together:
/// one command instead of one per write. A crash before that publishes again, which every consumer
/// survives.
///
/// Not thread-safe: the relay's own.
final class PublishedDocuments {

  private static final long QUIET_MILLIS = 400;
  // Before the sweep of another instance takes it for the remains of a crash.
  private static final long AT_MOST_MILLIS = 1_000;
  // What will be due soon goes along.
  private static final long SOON_MILLIS = 200;
  private static final int ENOUGH = 256;

  private record Waiting(PendingDocument document, long firstAt, long lastAt) {

    long dueAt() {
      return Math.min(lastAt + QUIET_MILLIS, firstAt + AT_MOST_MILLIS);
    }

    Waiting and(PendingDocument later, long nowMillis) {
      // Where the relay lags, the sweep and the queue both publish an entry. Named twice it would
      // stand for one that was added meanwhile, which would be taken out unpublished.
      Set<OutboxEntry> entries = new LinkedHashSet<>(document.entries());
      entries.addAll(later.entries());
      return new Waiting(
          new PendingDocument(document.collection(), document.id(), List.copyOf(entries)),
          firstAt,
          nowMillis);
    }
  }

  private final Map<String, Waiting> waiting = new HashMap<>();

  void add(PendingDocument published, long nowMillis) {
    waiting.merge(
        published.collection() + "/" + published.id(),
        new Waiting(published, nowMillis, nowMillis),
        (earlier, _) -> earlier.and(published, nowMillis));
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /// Milliseconds until some should be taken out; 0 when it is time.
  long dueInMillis(long nowMillis) {
    if (waiting.size() >= ENOUGH) {
      return 0;
    }
    long soonest = waiting.values().stream().mapToLong(Waiting::dueAt).min().orElse(Long.MAX_VALUE);
    return Math.max(0, soonest - nowMillis);
  }

  /// Those that are due or soon will be; all when they have become many.
  List<PendingDocument> takeDue(long nowMillis) {
    return take(waiting.size() >= ENOUGH ? Long.MAX_VALUE : nowMillis + SOON_MILLIS);
  }

  List<PendingDocument> takeAll() {
    return take(Long.MAX_VALUE);
  }

  private List<PendingDocument> take(long dueBy) {
    List<PendingDocument> taken = new ArrayList<>();
    for (Iterator<Waiting> all = waiting.values().iterator(); all.hasNext(); ) {
      Waiting next = all.next();
      if (next.dueAt() <= dueBy) {
        taken.add(next.document());
        all.remove();
      }
    }
    return taken;
  }
}
