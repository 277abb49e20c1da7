package io.emporium.payment.payment.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.emporium.events.Money;
import io.emporium.payment.payment.Refund;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@JsonInclude(JsonInclude.Include.NON_NULL)
record RefundResponse(
    String id,
    Money amount,
    String reason,
    Refund.Status status,
    @Nullable String reference,
    @Nullable String failureCode,
    Instant requestedAt) {

  static RefundResponse from(Refund refund) {
    return new RefundResponse(
        refund.id(),
        refund.amount(),
        refund.reason(),
        refund.status(),
        refund.reference(),
        refund.failureCode(),
        refund.requestedAt());
  }
}
