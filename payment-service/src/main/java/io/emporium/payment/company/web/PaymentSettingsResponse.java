package io.emporium.payment.company.web;

import io.emporium.payment.company.CaptureMode;

/// @param captureMode automatic or manual
record PaymentSettingsResponse(CaptureMode captureMode) {}
