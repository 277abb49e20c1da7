package io.emporium.payment.payment;

import io.emporium.events.Money;
import io.emporium.kit.tenancy.Scope;
import java.time.Instant;

/// What the order says about its payment.
///
/// @param captureLater whether the company wants money reserved first and takes it by hand
public record Opening(
    String orderId,
    String orderNumber,
    String companyId,
    String customerId,
    String shopId,
    Money amount,
    Instant expiresAt,
    boolean captureLater) {

  /// Of a company that has money taken at once.
  public Opening(
      String orderId,
      String orderNumber,
      String companyId,
      String customerId,
      String shopId,
      Money amount,
      Instant expiresAt) {
    this(orderId, orderNumber, companyId, customerId, shopId, amount, expiresAt, false);
  }

  Scope scope() {
    return Scope.company(companyId);
  }
}
