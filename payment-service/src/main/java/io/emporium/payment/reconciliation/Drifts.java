package io.emporium.payment.reconciliation;

import io.emporium.kit.store.RecordStore;
import io.emporium.kit.tenancy.Scope;
import io.emporium.payment.payment.Provider;
import java.time.Instant;
import java.util.Objects;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Differences that were found, and whether they are still there.
@Component
class Drifts {

  private static final Logger log = LoggerFactory.getLogger(Drifts.class);

  private final RecordStore<Drift> drifts;

  Drifts(RecordStore<Drift> drifts) {
    this.drifts = drifts;
  }

  void found(Drift drift) {
    log.warn(
        "reconciliation: {} {} {} of payment {}: ours {}, theirs {}",
        drift.provider(),
        drift.what(),
        drift.kind(),
        drift.paymentId(),
        drift.ours(),
        drift.theirs());
    if (!drifts.insert(drift)) {
      Document again =
          new Document("kind", drift.kind().name())
              .append("seenAt", drift.seenAt())
              .append("state", Drift.State.OPEN.name());
      var unused =
          drifts.update(
              Scope.platform(), new Document("_id", drift.id()), new Document("$set", again));
    }
  }

  /// What moved within the period and was not found again is resolved.
  void resolveUnseen(Provider provider, Instant from, Instant to, Instant start) {
    Document unseen =
        new Document("provider", provider.name())
            .append("state", Drift.State.OPEN.name())
            .append("at", new Document("$gte", from).append("$lt", to))
            .append("seenAt", new Document("$lt", start));
    Document resolved = new Document("state", Drift.State.RESOLVED.name());
    long gone = drifts.update(Scope.platform(), unseen, new Document("$set", resolved));
    if (gone > 0) {
      log.info(
          "reconciliation: {} differences with {} have gone", gone, Objects.toString(provider));
    }
  }
}
