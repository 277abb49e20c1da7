package io.emporium.sales.returns.web;

import io.emporium.kit.web.NoCardNumber;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

record ReasonRequest(@NotBlank @Size(max = 500) @NoCardNumber String reason) {}
