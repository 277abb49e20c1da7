package io.emporium.inventory.check.web;

import io.emporium.inventory.check.CheckInvariants;
import io.emporium.inventory.check.RepairStock;
import io.emporium.kit.security.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/inventory/v1")
class CheckController {

  private final CheckInvariants check;
  private final RepairStock repair;

  CheckController(CheckInvariants check, RepairStock repair) {
    this.check = check;
    this.repair = repair;
  }

  @GetMapping("/invariants")
  InvariantsResponse invariants(Caller caller) {
    return InvariantsResponse.from(check.handle(caller.companyScope()));
  }

  @PostMapping("/repair")
  RepairResponse repair(Caller caller) {
    return RepairResponse.from(repair.handle(caller.companyScope()));
  }
}
