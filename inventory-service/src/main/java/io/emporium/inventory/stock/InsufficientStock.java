package io.emporium.inventory.stock;

import io.emporium.kit.problem.Category;
import io.emporium.kit.problem.Refusal;

/// Fewer units are available than were asked for.
public final class InsufficientStock extends Refusal {

  InsufficientStock(String sku, long available) {
    super(
        Category.CONFLICT,
        "insufficient_stock",
        "Only " + available + " units of " + sku + " are available");
  }
}
