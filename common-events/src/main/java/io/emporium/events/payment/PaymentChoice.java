package io.emporium.events.payment;

import org.jspecify.annotations.Nullable;

/// How a customer wants to pay an order, said together with the order.
///
/// @param provider stripe, paypal, cash, bank_transfer or cash_on_delivery
/// @param paymentMethod the provider's token, never a card number
/// @param returnUrl where the provider sends the browser afterwards
/// @param save whether to keep the method for the next order
public record PaymentChoice(
    String provider, @Nullable String paymentMethod, @Nullable String returnUrl, boolean save) {}
