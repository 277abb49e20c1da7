package io.emporium.sales.order.web;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record CancelOrderRequest(@Nullable @Size(min = 1, max = 200) String reason) {}
