package io.emporium.debt.overdue;

import io.emporium.kit.context.Cause;
import io.emporium.kit.ids.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Runs many times a day, since days begin at many hours: each company is served in the first run
/// after its midnight, and the others find nothing to do.
@Component
class OverdueSchedule {

  private static final Logger log = LoggerFactory.getLogger(OverdueSchedule.class);

  private final MarkOverdue markOverdue;
  private final Ids ids;

  OverdueSchedule(MarkOverdue markOverdue, Ids ids) {
    this.markOverdue = markOverdue;
    this.ids = ids;
  }

  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "${emporium.debt.overdue-every}")
  void run() {
    ScopedValue.where(Cause.CURRENT, Cause.ofJob(ids.next())).run(this::sweep);
  }

  private void sweep() {
    OverdueRun run = markOverdue.today();
    if (run.debtsMarked() > 0) {
      log.info("{} debts became overdue by {}", run.debtsMarked(), run.businessDate());
    }
  }
}
