package io.emporium.payment.payment.web;

import io.emporium.kit.web.NoCardNumber;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/// @param reason how the money was given back instead
record CloseRefundRequest(@NotBlank @Size(max = 200) @NoCardNumber String reason) {}
