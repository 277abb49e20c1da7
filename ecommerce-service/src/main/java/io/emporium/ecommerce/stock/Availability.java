package io.emporium.ecommerce.stock;

import java.util.Comparator;
import java.util.stream.Stream;

/// All that the public learns about stock. Ordered from worst to best.
public enum Availability {
  OUT,
  LOW,
  IN;

  /// Something that can be had in several places or variants is as available as its best.
  public static Availability best(Stream<Availability> several) {
    return several.max(Comparator.naturalOrder()).orElse(OUT);
  }

  static Availability of(long available, long threshold) {
    if (available <= 0) {
      return OUT;
    }
    return available <= threshold ? LOW : IN;
  }
}
