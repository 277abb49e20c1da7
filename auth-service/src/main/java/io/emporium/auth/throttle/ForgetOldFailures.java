package io.emporium.auth.throttle;

import io.emporium.kit.store.RecordStore;
import io.emporium.kit.tenancy.Scope;
import java.time.Clock;
import java.time.Duration;
import org.bson.Document;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Failures that no limit looks at any more are deleted; their events are long published.
@Component
class ForgetOldFailures {

  private static final Duration KEPT = Duration.ofDays(1);

  private final RecordStore<FailedAttempts> attempts;
  private final Clock clock;

  ForgetOldFailures(RecordStore<FailedAttempts> attempts, Clock clock) {
    this.attempts = attempts;
    this.clock = clock;
  }

  @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
  void run() {
    Document old = new Document("lastFailureAt", new Document("$lt", clock.instant().minus(KEPT)));
    var _ = attempts.delete(Scope.platform(), old);
  }
}
