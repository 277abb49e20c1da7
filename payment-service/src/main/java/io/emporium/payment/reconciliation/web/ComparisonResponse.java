package io.emporium.payment.reconciliation.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.emporium.payment.payment.Provider;
import io.emporium.payment.reconciliation.Comparison;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// @param lines entries that were looked at, of all companies; for super admins
/// @param drifts differences of all companies; for super admins
/// @param failure why it was not finished
@JsonInclude(JsonInclude.Include.NON_NULL)
record ComparisonResponse(
    Provider provider,
    Instant from,
    Instant to,
    Instant finishedAt,
    @Nullable Long lines,
    @Nullable Long drifts,
    @Nullable String failure) {

  static ComparisonResponse from(Comparison comparison, boolean withCounts) {
    return new ComparisonResponse(
        comparison.provider(),
        comparison.from(),
        comparison.to(),
        comparison.finishedAt(),
        withCounts ? comparison.lines() : null,
        withCounts ? comparison.drifts() : null,
        comparison.why() == null ? null : "The provider's list could not be read to the end");
  }
}
