package io.emporium.kit.idempotency;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/// A key is good for a week; nobody repeats a request later, and its answer may be personal.
final class ForgetOldKeys {

  static final Duration KEPT = Duration.ofDays(7);

  private static final Logger log = LoggerFactory.getLogger(ForgetOldKeys.class);

  private final IdempotencyRecords records;
  private final Clock clock;

  ForgetOldKeys(IdempotencyRecords records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
  void sweep() {
    long forgotten = records.forgetBefore(clock.instant().minus(KEPT));
    if (forgotten > 0) {
      log.info("{} idempotency keys were older than {} days", forgotten, KEPT.toDays());
    }
  }
}
