package io.emporium.payment.reconciliation;

import io.emporium.payment.payment.Timing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Compares the books now and then. Two instances that do so at once find the same.
@Component
class ReconcileOnSchedule {

  private static final Logger log = LoggerFactory.getLogger(ReconcileOnSchedule.class);

  private final CompareBooks compare;
  private final ReconciliationProperties properties;
  private final Timing timing;

  ReconcileOnSchedule(CompareBooks compare, ReconciliationProperties properties, Timing timing) {
    this.compare = compare;
    this.properties = properties;
    this.timing = timing;
  }

  @Scheduled(
      fixedDelayString = "${emporium.payment.reconciliation.every:6h}",
      initialDelayString = "${emporium.payment.reconciliation.every:6h}")
  void reconcile() {
    try {
      compare.handle(timing.now().minus(properties.lookBack()));
    } catch (RuntimeException e) {
      log.error("the books could not be compared; the next time comes", e);
    }
  }
}
