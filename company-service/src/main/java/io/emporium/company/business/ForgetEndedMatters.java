package io.emporium.company.business;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Keeps the memory of ended orders and debts from growing for ever. It reaches back further than
/// any message waits: six retries take minutes, and parked ones are looked at within weeks.
@Component
class ForgetEndedMatters {

  private static final Logger log = LoggerFactory.getLogger(ForgetEndedMatters.class);
  private static final Duration MEMORY = Duration.ofDays(90);

  private final OpenMatters matters;
  private final Clock clock;

  ForgetEndedMatters(OpenMatters matters, Clock clock) {
    this.matters = matters;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT24H", initialDelayString = "PT1H")
  void run() {
    long forgotten = matters.forgetEndedBefore(clock.instant().minus(MEMORY));
    log.info("forgot {} orders and debts that ended more than {} ago", forgotten, MEMORY);
  }
}
