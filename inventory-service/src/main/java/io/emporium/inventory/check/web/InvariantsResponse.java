package io.emporium.inventory.check.web;

import io.emporium.inventory.check.Drift;
import io.emporium.inventory.check.Findings;
import java.util.List;

/// @param clean whether nothing disagrees
/// @param pending differences that messages on their way explain
/// @param unfinished receipts, reservations, transfers and batches that are not at rest
record InvariantsResponse(
    boolean clean,
    long items,
    long reservations,
    long transfers,
    long batches,
    long pending,
    long unfinished,
    List<Drift> drifts) {

  static InvariantsResponse from(Findings findings) {
    return new InvariantsResponse(
        findings.drifts().isEmpty(),
        findings.items(),
        findings.reservations(),
        findings.transfers(),
        findings.batches(),
        findings.pending(),
        findings.unfinished(),
        findings.drifts());
  }
}
