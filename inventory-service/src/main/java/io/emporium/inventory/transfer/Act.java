package io.emporium.inventory.transfer;

import io.emporium.kit.context.Cause;
import java.time.Instant;

/// Who does something, when, and as part of what.
///
/// @param by user id
record Act(String by, String correlationId, Instant at) {

  static Act now(Instant now) {
    Cause cause = Cause.current();
    return new Act(cause.actor(), cause.correlationId(), now);
  }
}
