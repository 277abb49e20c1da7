package io.emporium.shop.trade;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Keeps the memory of ended orders, holds and transfers from growing for ever. It reaches back
/// further than any message waits: six retries take minutes, and parked ones are looked at within
/// weeks.
@Component
class ForgetEndedCommitments {

  private static final Logger log = LoggerFactory.getLogger(ForgetEndedCommitments.class);
  private static final Duration MEMORY = Duration.ofDays(90);

  private final Commitments commitments;
  private final Clock clock;

  ForgetEndedCommitments(Commitments commitments, Clock clock) {
    this.commitments = commitments;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT24H", initialDelayString = "PT1H")
  void run() {
    long forgotten = commitments.forgetEndedBefore(clock.instant().minus(MEMORY));
    log.info("forgot {} commitments that ended more than {} ago", forgotten, MEMORY);
  }
}
