package io.emporium.inventory.stock;

/// Which alarms of an item have gone off. One that has is silent until it is armed again, so that a
/// shortage is told once and not with every order.
///
/// @param low available has fallen to the threshold; armed again above it
/// @param out nothing is left; armed again when something is
record StockAlarm(boolean low, boolean out) {

  static final StockAlarm ARMED = new StockAlarm(false, false);

  /// @param fell whether there is less than before: only a fall sets an alarm off, so that a small
  ///   first delivery does not
  StockAlarm after(long available, long threshold, boolean fell) {
    return new StockAlarm(available <= threshold && (low || fell), available == 0 && (out || fell));
  }
}
