package io.emporium.kit.store;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;

/// One page of a list, as it goes over the wire.
///
/// @param page zero-based
/// @param size items per page asked for, 1 to 100
public record Page<T>(List<T> items, int page, int size, long totalItems, long totalPages) {

  public static <T> Page<T> of(List<T> items, PageQuery query, long totalItems) {
    long pages = (totalItems + query.size() - 1) / query.size();
    return new Page<>(items, query.page(), query.size(), totalItems, pages);
  }

  /// A page as read from a store. It is counted only where the items do not tell the number, and
  /// never contradicts them: somebody may write between the reading and the counting.
  ///
  /// @param count how many there are on all pages
  public static <T> Page<T> read(List<T> items, PageQuery query, LongSupplier count) {
    long before = (long) query.page() * query.size();
    long seen = before + items.size();
    boolean beyond = items.isEmpty() && before > 0;
    if (beyond) {
      return of(items, query, Math.min(count.getAsLong(), before));
    }
    boolean last = items.size() < query.size();
    return of(items, query, last ? seen : Math.max(count.getAsLong(), seen));
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
