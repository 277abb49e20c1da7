package io.emporium.sales.order;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// The life of one fulfilment. Delivered goods go packed → shipped → delivered; what is picked up
/// goes packed → ready → picked up. What will never leave is called off, once something has left.
public enum FulfilmentState {
  PACKED,
  SHIPPED,
  DELIVERED,
  /// Waits at the counter.
  READY,
  PICKED_UP,
  /// Unpacked again; its units may be packed anew.
  CANCELLED,
  /// Will never leave. The customer gets the money, and the shelf the units, by a return.
  CALLED_OFF;

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
      case DELIVERY -> EnumSet.of(PACKED, SHIPPED, CALLED_OFF);
      case PICKUP, IN_STORE -> EnumSet.of(PACKED, READY, PICKED_UP, CALLED_OFF);
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
      case DELIVERED, PICKED_UP, CANCELLED, CALLED_OFF -> EnumSet.noneOf(FulfilmentState.class);
    };
  }

  /// The shop is done with the goods, most often since they have left: there is no way back but a
  /// return.
  boolean gone() {
    return switch (this) {
      case SHIPPED, DELIVERED, PICKED_UP, CALLED_OFF -> true;
      case PACKED, READY, CANCELLED -> false;
    };
  }

  /// The customer has the goods.
  boolean arrived() {
    return this == DELIVERED || this == PICKED_UP;
  }

  /// Nothing more is to come.
  boolean over() {
    return arrived() || this == CALLED_OFF;
  }

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
