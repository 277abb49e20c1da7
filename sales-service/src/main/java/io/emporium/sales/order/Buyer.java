package io.emporium.sales.order;

import org.jspecify.annotations.Nullable;

/// Who orders.
public record Buyer(String customerId, @Nullable String email) {

  /// Stands for the customers of a till who did not say who they are. No user has this id.
  public static final String WALK_IN = "walk-in";
}
