package io.emporium.payment.payment;

import io.emporium.kit.tenancy.Scope;
import org.jspecify.annotations.Nullable;

/// An order that nobody may pay.
public record OrderEnd(
    String orderId,
    String companyId,
    @Nullable String customerId,
    @Nullable String shopId,
    String reason) {

  Scope scope() {
    return Scope.company(companyId);
  }
}
