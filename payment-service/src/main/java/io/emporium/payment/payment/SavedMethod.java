package io.emporium.payment.payment;

import io.emporium.kit.tenancy.TenantOwned;
import java.time.Instant;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// A way to pay that a customer wants to use again: what the provider calls it, and what the
/// customer knows it by.
///
/// @param providerCustomer whom the provider keeps it for
@Document("payment_methods")
@TypeAlias("payment_method")
@TenantOwned(company = "", customer = "customerId")
public record SavedMethod(
    String id,
    String customerId,
    Provider provider,
    String providerCustomer,
    Card card,
    Instant savedAt) {

  /// All that is ever known of a card.
  public record Card(String token, String brand, String last4, long expMonth, long expYear) {}

  static String idOf(String customerId, String token) {
    return customerId + ":" + token;
  }
}
