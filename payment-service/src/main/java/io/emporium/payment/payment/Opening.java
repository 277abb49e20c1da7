package io.emporium.payment.payment;

import io.emporium.events.Money;
import io.emporium.kit.tenancy.Scope;
import java.time.Instant;

/// What the order says about its payment.
public record Opening(
    String orderId,
    String orderNumber,
    String companyId,
    String customerId,
    String shopId,
    Money amount,
    Instant expiresAt) {

  Scope scope() {
    return Scope.company(companyId);
  }
}
