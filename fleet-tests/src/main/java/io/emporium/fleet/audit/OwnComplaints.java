package io.emporium.fleet.audit;

import java.util.List;

/// What services found by themselves: inventory's invariants, payment's orphans.
final class OwnComplaints implements Check {

  @Override
  public String name() {
    return "own checks of the services";
  }

  @Override
  public List<Drift> of(Books books) {
    return books.complaints();
  }
}
