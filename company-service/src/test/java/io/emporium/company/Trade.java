package io.emporium.company;

import io.emporium.events.Money;
import io.emporium.events.catalog.ProductPublished;
import io.emporium.events.catalog.ProductSnapshot;
import io.emporium.events.debt.DebtOpened;
import io.emporium.events.debt.DebtSettled;
import io.emporium.events.order.OrderCompleted;
import io.emporium.events.order.OrderCreated;
import io.emporium.events.order.OrderSnapshot;
import java.time.Instant;
import java.util.List;

/// What other services tell of a company's trade.
final class Trade {

  private static final Money NOTHING = Money.of(0, "USD");

  private Trade() {}

  static OrderCreated ordered(String orderId) {
    return new OrderCreated(
        new OrderSnapshot(
            orderId,
            "ORD-1",
            "customer",
            null,
            "shop",
            "placed",
            "delivery",
            List.of(),
            NOTHING,
            NOTHING,
            NOTHING,
            NOTHING,
            Instant.EPOCH));
  }

  static OrderCompleted completed(String orderId) {
    return new OrderCompleted(orderId, "customer", "shop");
  }

  static DebtOpened owed(String debtId) {
    return new DebtOpened(debtId, "Bank", Money.of(100, "USD"), 1);
  }

  static DebtSettled settled(String debtId) {
    return new DebtSettled(debtId);
  }

  static ProductPublished published(String companyId) {
    return new ProductPublished(
        new ProductSnapshot(
            "p", companyId, "shop", "Tea", "tea", null, null, "published", List.of()));
  }
}
