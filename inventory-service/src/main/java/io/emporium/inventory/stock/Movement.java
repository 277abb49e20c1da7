package io.emporium.inventory.stock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A change of the figures of one stock item; [StockItem#move] is the only thing that takes one,
/// and nothing else changes them. Each can be repeated without effect.
public sealed interface Movement permits Movement.OfOrder, Movement.Posting, TransitMovement {

  /// What an order does. The attempt is a number that only one worker has: what is late of an
  /// earlier one changes nothing that a later one has done.
  sealed interface OfOrder extends Movement {}

  /// Promise units to an order, `quantity` in total; what an earlier attempt holds counts towards
  /// it.
  record Hold(String orderId, int attempt, int quantity, Instant expiresAt) implements OfOrder {
    public Hold {
      requirePositive(quantity);
    }
  }

  /// Take the promise back, if it is of this attempt or of an earlier one.
  record Release(String orderId, int upToAttempt, String reason) implements OfOrder {}

  /// The units of this attempt leave. What it holds beyond `quantity` is free again.
  record Sale(String orderId, int attempt, int quantity) implements OfOrder {
    public Sale {
      requirePositive(quantity);
    }
  }

  /// Anything else that changes on-hand.
  ///
  /// @param id by which a repetition is known
  /// @param reference the receipt, order or transfer behind it
  record Posting(
      String id, MovementKind kind, long delta, @Nullable String reference, @Nullable String reason)
      implements Movement {
    public Posting {
      if (delta == 0 || Math.abs(delta) > MOST) {
        throw new IllegalArgumentException("a movement of " + delta + " units");
      }
    }
  }

  /// Far beyond any real delivery, and far from overflow.
  long MOST = 1_000_000_000L;

  static Movement receipt(String id, long quantity, @Nullable String reference) {
    requirePositive(quantity);
    return new Posting(id, MovementKind.RECEIPT, quantity, reference, null);
  }

  static Movement adjustment(String id, long delta, String reason) {
    return new Posting(id, MovementKind.ADJUSTMENT, delta, id, reason);
  }

  /// Units that were sent to another warehouse and come back without having arrived.
  static Movement calledBack(String transferId, int quantity, String reason) {
    requirePositive(quantity);
    return new Posting(
        "back-" + transferId, MovementKind.TRANSFER_IN, quantity, transferId, reason);
  }

  static Movement returned(String id, int quantity, String orderId, String reason) {
    requirePositive(quantity);
    return new Posting(id, MovementKind.RETURN, quantity, orderId, reason);
  }

  private static void requirePositive(long quantity) {
    if (quantity <= 0) {
      throw new IllegalArgumentException("a movement of " + quantity + " units");
    }
  }
}
