package io.emporium.kit.outbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The collections whose documents may hold something to publish.
public final class OutboxSources {

  private final Map<String, Boolean> collections = new ConcurrentHashMap<>();

  /// A collection of aggregates: what is published is taken out of the document.
  public void add(String collection) {
    collections.put(collection, false);
  }

  /// A collection whose documents exist only to be published: they are deleted afterwards.
  public void addDisposable(String collection) {
    collections.put(collection, true);
  }

  boolean disposable(String collection) {
    return collections.getOrDefault(collection, false);
  }

  Iterable<String> names() {
    return collections.keySet();
  }
}
