package io.emporium.payment.orphan;

import io.emporium.kit.web.NoCardNumber;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/// @param reason what was done about it
record CloseOrphanRequest(@NotBlank @Size(max = 200) @NoCardNumber String reason) {}
