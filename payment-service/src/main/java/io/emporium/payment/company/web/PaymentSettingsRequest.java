package io.emporium.payment.company.web;

import io.emporium.payment.company.CaptureMode;
import jakarta.validation.constraints.NotNull;

/// @param captureMode automatic or manual
record PaymentSettingsRequest(@NotNull CaptureMode captureMode) {}
