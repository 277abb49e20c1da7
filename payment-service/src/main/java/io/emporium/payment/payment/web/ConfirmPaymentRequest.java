package io.emporium.payment.payment.web;

import io.emporium.events.Money;
import io.emporium.kit.web.NoCardNumber;
import io.emporium.payment.payment.Provider;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// @param provider how it was paid, where the customer did not say: cash, bank_transfer or
///   cash_on_delivery
/// @param amount what was counted; another than what the order costs is refused
/// @param reference number of the receipt or of the bank statement
record ConfirmPaymentRequest(
    @Nullable Provider provider,
    @Nullable Money amount,
    @Size(max = 100) @NoCardNumber @Nullable String reference) {}
