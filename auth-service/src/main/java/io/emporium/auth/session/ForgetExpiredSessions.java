package io.emporium.auth.session;

import io.emporium.kit.store.RecordStore;
import io.emporium.kit.tenancy.Scope;
import java.time.Clock;
import java.time.Duration;
import org.bson.Document;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Sessions that ended long ago are deleted; a week later their last events are long published.
@Component
class ForgetExpiredSessions {

  private static final Duration KEPT = Duration.ofDays(7);

  private final RecordStore<SessionFamily> families;
  private final Clock clock;

  ForgetExpiredSessions(RecordStore<SessionFamily> families, Clock clock) {
    this.families = families;
    this.clock = clock;
  }

  @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT6H")
  void run() {
    Document expired = new Document("expiresAt", new Document("$lt", clock.instant().minus(KEPT)));
    var _ = families.delete(Scope.platform(), expired);
  }
}
