package io.emporium.payment.payment.web;

import io.emporium.events.Money;
import org.jspecify.annotations.Nullable;

/// @param amount all that is reserved when left out; what it leaves, the customer keeps
record CapturePaymentRequest(@Nullable Money amount) {}
