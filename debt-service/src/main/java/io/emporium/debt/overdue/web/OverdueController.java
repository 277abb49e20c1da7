package io.emporium.debt.overdue.web;

import io.emporium.debt.overdue.MarkOverdue;
import io.emporium.debt.overdue.OverdueRun;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/debts/overdue-run")
class OverdueController {

  private final MarkOverdue markOverdue;

  OverdueController(MarkOverdue markOverdue) {
    this.markOverdue = markOverdue;
  }

  @PostMapping
  OverdueRun run(@Valid @RequestBody OverdueRunRequest request) {
    return markOverdue.upTo(request.businessDate());
  }
}
