package io.emporium.sales.order.web;

import io.emporium.kit.web.NoCardNumber;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record CancelOrderRequest(@Nullable @Size(min = 1, max = 200) @NoCardNumber String reason) {}
