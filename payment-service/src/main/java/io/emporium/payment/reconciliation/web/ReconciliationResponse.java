package io.emporium.payment.reconciliation.web;

import io.emporium.kit.store.Page;
import java.util.List;

/// A page of differences, and the latest comparison with each provider.
record ReconciliationResponse(
    List<DriftResponse> items,
    int page,
    int size,
    long totalItems,
    long totalPages,
    List<ComparisonResponse> comparisons) {

  static ReconciliationResponse of(
      Page<DriftResponse> drifts, List<ComparisonResponse> comparisons) {
    return new ReconciliationResponse(
        drifts.items(),
        drifts.page(),
        drifts.size(),
        drifts.totalItems(),
        drifts.totalPages(),
        comparisons);
  }
}
