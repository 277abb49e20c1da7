package io.emporium.payment.reconciliation.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.emporium.events.Money;
import io.emporium.payment.payment.Provider;
import io.emporium.payment.payment.StatementLine;
import io.emporium.payment.reconciliation.Drift;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// @param what charge or refund
/// @param kind `missing_here`: the provider moved money we know nothing of; `missing_there`: we
///   believe in money it did not move; `amount_differs`
/// @param at when it moved
@JsonInclude(JsonInclude.Include.NON_NULL)
record DriftResponse(
    Provider provider,
    StatementLine.Kind what,
    Drift.Kind kind,
    @Nullable String paymentId,
    @Nullable String orderId,
    String reference,
    @Nullable Money ours,
    @Nullable Money theirs,
    Instant at,
    Instant foundAt,
    Instant seenAt,
    Drift.State state) {

  static DriftResponse from(Drift drift) {
    return new DriftResponse(
        drift.provider(),
        drift.what(),
        drift.kind(),
        drift.paymentId(),
        drift.orderId(),
        drift.reference(),
        drift.ours(),
        drift.theirs(),
        drift.at(),
        drift.foundAt(),
        drift.seenAt(),
        drift.state());
  }
}
