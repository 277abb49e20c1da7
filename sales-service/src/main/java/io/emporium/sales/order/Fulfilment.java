package io.emporium.sales.order;

import io.emporium.events.order.ShippedLine;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One shipment, or one handing over.
///
/// @param deliveredAt null while it is on its way
public record Fulfilment(
    String id,
    List<ShippedLine> lines,
    @Nullable String carrier,
    @Nullable String trackingNumber,
    Instant shippedAt,
    @Nullable Instant deliveredAt) {

  public boolean delivered() {
    return deliveredAt != null;
  }

  Fulfilment arrived(Instant now) {
    return new Fulfilment(id, lines, carrier, trackingNumber, shippedAt, now);
  }
}
