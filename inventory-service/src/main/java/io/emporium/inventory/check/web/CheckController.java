package io.emporium.inventory.check.web;

import io.emporium.inventory.check.CheckInvariants;
import io.emporium.inventory.check.RepairStock;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.security.Role;
import io.emporium.kit.tenancy.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
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
  InvariantsResponse invariants(
      Caller caller, @RequestParam(required = false) @Nullable String companyId) {
    return InvariantsResponse.from(check.handle(scope(caller, companyId)));
  }

  @PostMapping("/repair")
  RepairResponse repair(Caller caller, @RequestParam(required = false) @Nullable String companyId) {
    return RepairResponse.from(repair.handle(scope(caller, companyId)));
  }

  // A super admin may look at one company; everybody else has one only.
  private static Scope scope(Caller caller, @Nullable String companyId) {
    if (companyId == null) {
      return caller.companyScope();
    }
    if (caller.role() != Role.SUPER_ADMIN && !companyId.equals(caller.companyId())) {
      throw Refusal.notFound("company", companyId);
    }
    return Scope.company(companyId);
  }
}
