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

  /// A page of what is at hand as a whole, such as the history of one document.
  public static <T> Page<T> slice(List<T> all, PageQuery query) {
    long from = Math.min(all.size(), (long) query.page() * query.size());
    long to = Math.min(all.size(), from + query.size());
    return of(all.subList((int) from, (int) to), query, all.size());
  }

  public <R> Page<R> map(Function<? super T, ? extends R> mapping) {
    List<R> mapped = items.stream().<R>map(mapping).toList();
    return new Page<>(mapped, page, size, totalItems, totalPages);
  }
}
