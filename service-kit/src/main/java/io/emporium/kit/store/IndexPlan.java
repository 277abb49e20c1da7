package io.emporium.kit.store;

import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/// The indexes that a service needs; created, and checked, before any traffic.
public final class IndexPlan {

  /// One index.
  ///
  /// @param keys stored fields, most significant first
  record Planned(String collection, List<String> keys, boolean unique, boolean sparse) {

    Document keyDocument() {
      Document document = new Document();
      keys.forEach(key -> document.append(key, 1));
      return document;
    }
  }

  private final List<Planned> planned = new ArrayList<>();

  public IndexPlan index(String collection, String... keys) {
    planned.add(new Planned(collection, List.of(keys), false, false));
    return this;
  }

  /// A rule of the business kept by the database. Start-up fails when it cannot be created.
  public IndexPlan unique(String collection, String... keys) {
    planned.add(new Planned(collection, List.of(keys), true, false));
    return this;
  }

  /// As [#unique], for a field that many documents lack.
  public IndexPlan uniqueWherePresent(String collection, String key) {
    planned.add(new Planned(collection, List.of(key), true, true));
    return this;
  }

  List<Planned> planned() {
    return List.copyOf(planned);
  }
}
