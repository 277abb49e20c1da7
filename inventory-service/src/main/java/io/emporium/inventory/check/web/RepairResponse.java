package io.emporium.inventory.check.web;

import io.emporium.inventory.check.Drift;
import io.emporium.inventory.check.RepairStock;
import java.util.List;

record RepairResponse(List<Drift> repaired, List<Drift> unresolved) {

  static RepairResponse from(RepairStock.Report report) {
    return new RepairResponse(report.repaired(), report.unresolved());
  }
}
