package io.emporium.sales.order.web;

import io.emporium.events.payment.PaymentChoice;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.web.NoCardNumber;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.hibernate.validator.constraints.URL;
import org.jspecify.annotations.Nullable;

/// How the customer pays, once the stock is held: what they would otherwise tell payment-service.
///
/// @param paymentMethod the provider's token, never a card number; needed for stripe
/// @param save whether to keep it for the next order
/// @param returnUrl where the provider sends the browser afterwards
record PaymentRequest(
    @NotNull Provider provider,
    @Size(max = 255)
        @Pattern(regexp = "[A-Za-z0-9_\\-]+", message = "must be a token")
        @NoCardNumber
        @Nullable String paymentMethod,
    @Nullable Boolean save,
    @Size(max = 2_048) @URL(regexp = "https?://.+") @NoCardNumber @Nullable String returnUrl) {

  /// Who takes the money. A card terminal stands at a till.
  enum Provider {
    STRIPE,
    PAYPAL,
    CASH,
    BANK_TRANSFER,
    CASH_ON_DELIVERY
  }

  /// @throws Refusal when the method that is to be charged is missing
  PaymentChoice toChoice() {
    if (provider == Provider.STRIPE && paymentMethod == null) {
      throw Refusal.invalid("/payment/paymentMethod", "is needed to pay with stripe");
    }
    return new PaymentChoice(
        provider.name().toLowerCase(Locale.ROOT),
        paymentMethod,
        returnUrl,
        Boolean.TRUE.equals(save));
  }
}
