package io.emporium.inventory.stock;

/// All that the public learns.
public enum Availability {
  IN,
  /// At or below the threshold.
  LOW,
  OUT;

  static Availability of(long available, long threshold) {
    if (available <= 0) {
      return OUT;
    }
    return available <= threshold ? LOW : IN;
  }
}
