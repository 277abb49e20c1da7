package io.emporium.payment.payment.web;

import io.emporium.kit.web.NoCardNumber;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

record VoidPaymentRequest(@NotBlank @Size(max = 200) @NoCardNumber String reason) {}
