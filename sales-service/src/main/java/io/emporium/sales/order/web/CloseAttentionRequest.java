package io.emporium.sales.order.web;

import io.emporium.kit.web.NoCardNumber;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/// @param reason what was done by hand, for those who ask later
record CloseAttentionRequest(@NotBlank @Size(max = 200) @NoCardNumber String reason) {}
