package io.emporium.kit.store;

import java.util.List;
import java.util.function.Function;

/// One page of a list, as it goes over the wire.
///
/// @param page zero-based
/// @param size items per page asked for, 1 to 100
public record Page<T>(List<T> items, int page, int size, long totalItems, long totalPages) {

  public static <T> Page<T> of(List<T> items, PageQuery query, long totalItems) {
    long pages = (totalItems + query.size() - 1) / query.size();
    return new Page<>(items, query.page(), query.size(), totalItems, pages);
  }

  /// A page of a list that is all there, such as a part of an aggregate.
  public static <T> Page<T> cut(List<T> all, PageQuery query) {
    List<T> items =
        all.stream().skip((long) query.page() * query.size()).limit(query.size()).toList();
    return of(items, query, all.size());
  }

  public <R> Page<R> map(Function<? super T, ? extends R> mapping) {
    List<R> mapped = items.stream().<R>map(mapping).toList();
    return new Page<>(mapped, page, size, totalItems, totalPages);
  }
}
