package io.emporium.sales.order;

import org.jspecify.annotations.Nullable;

/// Who orders.
public record Buyer(String customerId, @Nullable String email) {}
