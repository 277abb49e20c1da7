package io.emporium.inventory.check;

import io.emporium.inventory.settings.InventoryProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells what is under way from what went wrong: the check reads while others write.
@Component
class Patience {

  private final InventoryProperties properties;
  private final Clock clock;

  Patience(InventoryProperties properties, Clock clock) {
    this.properties = properties;
    this.clock = clock;
  }

  /// Whether a change at that moment may not have reached the ledger yet.
  boolean withLedger(@Nullable Instant changed) {
    return isYoung(changed, properties.ledgerPatience());
  }

  /// Whether a process that changed at that moment may still be at work.
  boolean withWork(@Nullable Instant changed) {
    return isYoung(changed, properties.resumeAfter());
  }

  private boolean isYoung(@Nullable Instant moment, Duration patience) {
    return moment != null && moment.plus(patience).isAfter(clock.instant());
  }
}
