package io.emporium.kit.store;

import java.util.List;

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
}
