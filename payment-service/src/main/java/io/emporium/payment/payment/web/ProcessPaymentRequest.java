package io.emporium.payment.payment.web;

import io.emporium.kit.web.NoCardNumber;
import io.emporium.payment.payment.PayRequest;
import io.emporium.payment.payment.ProcessPayment;
import io.emporium.payment.payment.Provider;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.constraints.URL;
import org.jspecify.annotations.Nullable;

/// @param paymentMethod the provider's token, never a card number
/// @param save whether to keep it for the next order
/// @param returnUrl where the provider sends the browser afterwards
record ProcessPaymentRequest(
    @NotBlank @Pattern(regexp = "[A-Za-z0-9_\\-]{20,100}", message = "must be the id of an order")
        String orderId,
    @NotNull Provider provider,
    @Size(max = 255)
        @Pattern(regexp = "[A-Za-z0-9_\\-]+", message = "must be a token")
        @NoCardNumber
        @Nullable String paymentMethod,
    @Nullable Boolean save,
    @Size(max = 2_048) @URL(regexp = "https?://.+") @NoCardNumber @Nullable String returnUrl) {

  ProcessPayment.Command toCommand(String customerId) {
    return new ProcessPayment.Command(
        customerId,
        orderId,
        new PayRequest(provider, paymentMethod, returnUrl, Boolean.TRUE.equals(save), null));
  }
}
