package io.emporium.kit.store;

import java.util.List;
import org.bson.Document;

/// Which page of a list is wanted, and in which order.
///
/// @param page zero-based
/// @param size 1 to 100
/// @param sort stored field names, most significant first; already checked against an allow-list
public record PageQuery(int page, int size, List<Sort> sort) {

  public static final int MAX_SIZE = 100;

  /// One key of the order.
  public record Sort(String field, boolean ascending) {}

  public static PageQuery first(int size) {
    return new PageQuery(0, size, List.of());
  }

  public PageQuery sortedBy(String field, boolean ascending) {
    return new PageQuery(page, size, List.of(new Sort(field, ascending)));
  }

  Document order() {
    Document order = new Document();
    sort.forEach(key -> order.append(key.field(), key.ascending() ? 1 : -1));
    // Ids are time-ordered and unique: pages neither overlap nor skip.
    return order.containsKey("_id") ? order : order.append("_id", -1);
  }
}
