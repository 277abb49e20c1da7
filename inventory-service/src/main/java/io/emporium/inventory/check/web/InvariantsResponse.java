package io.emporium.inventory.check.web;

import io.emporium.inventory.check.Drift;
import io.emporium.inventory.check.Findings;
import java.util.List;

/// @param clean whether nothing disagrees
/// @param pending differences that messages on their way explain
record InvariantsResponse(
    boolean clean, long items, long reservations, long pending, List<Drift> drifts) {

  static InvariantsResponse from(Findings findings) {
    return new InvariantsResponse(
        findings.drifts().isEmpty(),
        findings.items(),
        findings.reservations(),
        findings.pending(),
        findings.drifts());
  }
}
