package io.emporium.sales.order;

import io.emporium.sales.checkout.SagaReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.data.annotation.PersistenceCreator;

/// What happened to an order, oldest first; the newest 60 entries.
public record Timeline(List<TimelineEntry> entries) {

  private static final int LIMIT = 60;

  @PersistenceCreator
  public Timeline {
    entries = List.copyOf(entries);
  }

  static Timeline empty() {
    return new Timeline(List.of());
  }

  Timeline plus(TimelineEntry entry) {
    List<TimelineEntry> all = new ArrayList<>(entries);
    all.add(entry);
    return new Timeline(all.subList(Math.max(0, all.size() - LIMIT), all.size()));
  }

  /// `stock_held` for a StockHeld.
  static String nameOf(SagaReply reply) {
    return reply
        .getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
        .toLowerCase(Locale.ROOT);
  }
}
