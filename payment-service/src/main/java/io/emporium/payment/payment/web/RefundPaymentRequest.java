package io.emporium.payment.payment.web;

import io.emporium.events.Money;
import io.emporium.kit.web.NoCardNumber;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// @param amount all that is left when left out
record RefundPaymentRequest(
    @Nullable Money amount, @NotBlank @Size(max = 500) @NoCardNumber String reason) {}
