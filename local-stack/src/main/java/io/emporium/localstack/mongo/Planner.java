package io.emporium.localstack.mongo;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Document;
import io.emporium.localstack.mongo.KeyTree.OneOf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/// Chooses which documents a query has to look at.
final class Planner {

  /// Below this many documents a better index is not worth looking for.
  private static final int GOOD_ENOUGH = 32;

  private Planner() {}

  /// Positions in the order a scan meets them, or null when a scan is the better way. There may be
  /// no document at some of them.
  static @Nullable List<Object> positions(
      Document query, MVMap<Object, Document> documents, List<Index<Object>> indexes) {
    Conditions conditions = Conditions.of(query);
    if (conditions.isEmpty() || indexes.isEmpty()) {
      return null;
    }
    if (conditions.on("_id") instanceof OneOf ids) {
      return inOrder(new LinkedHashSet<>(ids.values()), documents);
    }
    Set<Object> found = smallest(conditions, indexes, documents.size() / 2);
    return found == null ? null : inOrder(found, documents);
  }

  private static List<Object> inOrder(Set<Object> found, MVMap<Object, Document> documents) {
    List<Object> positions = new ArrayList<>(found);
    if (positions.size() > 1) {
      positions.sort(documents.getKeyType());
    }
    return positions;
  }

  private static @Nullable Set<Object> smallest(
      Conditions conditions, List<Index<Object>> indexes, int scanLimit) {
    Set<Object> best = null;
    int limit = Math.max(scanLimit, GOOD_ENOUGH);
    for (Lookup lookup : mostCoveringFirst(conditions, indexes)) {
      Set<Object> positions = lookup.positions(conditions, limit);
      if (positions != null) {
        best = positions;
        limit = positions.size();
      }
      if (best != null && best.size() <= GOOD_ENOUGH) {
        return best;
      }
    }
    return best;
  }

  private static List<Lookup> mostCoveringFirst(
      Conditions conditions, List<Index<Object>> indexes) {
    List<Lookup> lookups = new ArrayList<>();
    for (Index<Object> index : indexes) {
      if (index instanceof Searchable searchable && searchable.lookup().coverage(conditions) > 0) {
        lookups.add(searchable.lookup());
      }
    }
    if (lookups.size() > 1) {
      lookups.sort(Comparator.comparingInt(lookup -> -lookup.coverage(conditions)));
    }
    return lookups;
  }
}
