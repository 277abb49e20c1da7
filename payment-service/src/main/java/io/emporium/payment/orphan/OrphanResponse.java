package io.emporium.payment.orphan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.emporium.events.Money;
import io.emporium.payment.payment.Payment;
import io.emporium.payment.payment.Provider;
import io.emporium.payment.webhook.ProviderEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// @param id of the payment, or of the provider's notification
/// @param kind `order_ended`: taken for an order that has ended, and not given back;
///   `stray_charge`: another amount than asked for, for another order, or taken twice;
///   `unknown_payment`: taken for nothing of ours
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrphanResponse(
    String id,
    String kind,
    @Nullable String paymentId,
    @Nullable String orderId,
    @Nullable Provider provider,
    @Nullable String reference,
    @Nullable Money amount,
    Instant at) {

  static OrphanResponse from(Payment payment) {
    return new OrphanResponse(
        payment.id(),
        payment.stray() ? "stray_charge" : "order_ended",
        payment.id(),
        payment.orderId(),
        payment.provider(),
        payment.providerReference(),
        payment.amountIfKnown(),
        payment.createdAt());
  }

  static OrphanResponse from(ProviderEvent event) {
    return new OrphanResponse(
        event.id(),
        event.companyId() == null ? "unknown_payment" : "stray_charge",
        event.paymentId(),
        null,
        event.provider(),
        event.reference(),
        event.amount(),
        event.receivedAt());
  }
}
