package io.emporium.payment.payment;

import org.jspecify.annotations.Nullable;

/// How a customer wants to pay.
///
/// @param paymentMethod the provider's token
/// @param returnUrl where the provider sends the browser afterwards
/// @param save whether the customer wants to pay with it again
/// @param providerCustomer whom the provider keeps the method for, or will
public record PayRequest(
    Provider provider,
    @Nullable String paymentMethod,
    @Nullable String returnUrl,
    boolean save,
    @Nullable String providerCustomer) {

  public PayRequest(Provider provider, @Nullable String paymentMethod, @Nullable String returnUrl) {
    this(provider, paymentMethod, returnUrl, false, null);
  }

  PayRequest forCustomer(@Nullable String customer) {
    return new PayRequest(provider, paymentMethod, returnUrl, save, customer);
  }
}
