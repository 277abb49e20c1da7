package io.emporium.sales.order;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// The life of one fulfilment. Delivered goods go packed → shipped → delivered; what is picked up
/// goes packed → ready → picked up.
public enum FulfilmentState {
  PACKED,
  SHIPPED,
  DELIVERED,
  /// Waits at the counter.
  READY,
  PICKED_UP,
  /// Unpacked again; its units may be packed anew.
  CANCELLED;

  /// In which states a fulfilment may begin, the usual one first.
  static FulfilmentState usual(FulfilmentMethod method) {
    return switch (method) {
      case DELIVERY -> SHIPPED;
      case PICKUP -> READY;
      case IN_STORE -> PICKED_UP;
    };
  }

  static Set<FulfilmentState> beginnings(FulfilmentMethod method) {
    return switch (method) {
      case DELIVERY -> EnumSet.of(PACKED, SHIPPED);
      case PICKUP, IN_STORE -> EnumSet.of(PACKED, READY, PICKED_UP);
    };
  }

  /// The state table.
  public Set<FulfilmentState> next(FulfilmentMethod method) {
    return switch (this) {
      case PACKED ->
          method == FulfilmentMethod.DELIVERY
              ? EnumSet.of(SHIPPED, CANCELLED)
              : EnumSet.of(READY, PICKED_UP, CANCELLED);
      case SHIPPED -> EnumSet.of(DELIVERED);
      case READY -> EnumSet.of(PICKED_UP, CANCELLED);
      case DELIVERED, PICKED_UP, CANCELLED -> EnumSet.noneOf(FulfilmentState.class);
    };
  }

  /// The goods have left the shop: there is no way back but a return.
  boolean gone() {
    return switch (this) {
      case SHIPPED, DELIVERED, PICKED_UP -> true;
      case PACKED, READY, CANCELLED -> false;
    };
  }

  /// The customer has the goods.
  boolean arrived() {
    return this == DELIVERED || this == PICKED_UP;
  }

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
