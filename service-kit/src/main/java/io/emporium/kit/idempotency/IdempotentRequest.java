package io.emporium.kit.idempotency;

import java.util.concurrent.atomic.AtomicInteger;

/// The keyed request being answered. Ids made meanwhile derive from the key and the time of the
/// first attempt, so that an attempt after a crash makes the same ones and finds what it had begun.
///
/// @param recordId identifies caller, operation and key
/// @param firstSeenMillis epoch milliseconds of the first attempt
record IdempotentRequest(String recordId, long firstSeenMillis, AtomicInteger idsMade) {

  static final ScopedValue<IdempotentRequest> CURRENT = ScopedValue.newInstance();

  IdempotentRequest(String recordId, long firstSeenMillis) {
    this(recordId, firstSeenMillis, new AtomicInteger());
  }
}
