package io.emporium.localstack.mongo;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Document;
import io.emporium.localstack.mongo.KeyTree.OneOf;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/// Chooses which documents a query has to look at.
final class Planner {

  /// Below this many documents a better index is not worth looking for.
  private static final int GOOD_ENOUGH = 32;

  private Planner() {}

  /// Positions in the order a scan meets them, or null when a scan is the better way.
  static @Nullable List<Object> positions(
      Document query, MVMap<Object, Document> documents, List<Index<Object>> indexes) {
    Conditions conditions = Conditions.of(query);
    if (conditions.isEmpty() || indexes.isEmpty()) {
      return null;
    }
    Collection<Object> found =
        conditions.on("_id") instanceof OneOf ids
            ? ids.values().stream().distinct().filter(documents::containsKey).toList()
            : smallest(conditions, indexes, documents.size() / 2);
    if (found == null) {
      return null;
    }
    List<Object> positions = new ArrayList<>(found);
    positions.sort(documents.getKeyType());
    return positions;
  }

  private static @Nullable Set<Object> smallest(
      Conditions conditions, List<Index<Object>> indexes, int scanLimit) {
    List<Lookup> lookups =
        indexes.stream()
            .filter(Searchable.class::isInstance)
            .map(index -> ((Searchable) index).lookup())
            .filter(lookup -> lookup.coverage(conditions) > 0)
            .sorted(Comparator.comparingInt(lookup -> -lookup.coverage(conditions)))
            .toList();
    Set<Object> best = null;
    int limit = Math.max(scanLimit, GOOD_ENOUGH);
    for (Lookup lookup : lookups) {
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
}
