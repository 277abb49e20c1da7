package io.emporium.sales.returns;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// The life of a return.
public enum ReturnStatus {
  /// The customer asks.
  REQUESTED,
  /// The shop takes it back, and waits for it.
  APPROVED,
  REJECTED,
  /// Goods are here, all or some of them.
  RECEIVED,
  /// The money is on its way.
  REFUNDING,
  /// The customer has the money.
  REFUNDED,
  /// A refund was refused, or an answer did not come: a person must look.
  NEEDS_ATTENTION,
  /// A person has settled it by hand.
  CLOSED;

  /// The state table.
  public Set<ReturnStatus> next() {
    return switch (this) {
      case REQUESTED -> EnumSet.of(APPROVED, REJECTED);
      case APPROVED -> EnumSet.of(RECEIVED, REJECTED);
      case RECEIVED -> EnumSet.of(REFUNDING, REFUNDED, NEEDS_ATTENTION);
      case REFUNDING -> EnumSet.of(REFUNDED, NEEDS_ATTENTION);
      // What inventory owes may still be missing.
      case REFUNDED -> EnumSet.of(NEEDS_ATTENTION);
      case NEEDS_ATTENTION -> EnumSet.of(RECEIVED, REFUNDING, REFUNDED, CLOSED);
      case REJECTED, CLOSED -> EnumSet.noneOf(ReturnStatus.class);
    };
  }

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
