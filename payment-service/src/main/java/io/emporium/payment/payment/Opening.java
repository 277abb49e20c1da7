package io.emporium.payment.payment;

import io.emporium.events.Money;
import io.emporium.kit.tenancy.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the order says about its payment.
///
/// @param captureLater whether the company wants money reserved first and takes it by hand
/// @param offered what the shop may be paid with, as contracts write it; empty for everything
/// @param chosen how the customer wants to pay; null when they say so later
public record Opening(
    String orderId,
    String orderNumber,
    String companyId,
    String customerId,
    String shopId,
    Money amount,
    Instant expiresAt,
    boolean captureLater,
    List<String> offered,
    @Nullable PayRequest chosen) {

  /// Of a company that has money taken at once, for a shop that takes everything.
  public Opening(
      String orderId,
      String orderNumber,
      String companyId,
      String customerId,
      String shopId,
      Money amount,
      Instant expiresAt) {
    this(
        orderId,
        orderNumber,
        companyId,
        customerId,
        shopId,
        amount,
        expiresAt,
        false,
        List.of(),
        null);
  }

  Scope scope() {
    return Scope.company(companyId);
  }
}
