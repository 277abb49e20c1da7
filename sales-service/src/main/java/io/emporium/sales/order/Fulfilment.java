package io.emporium.sales.order;

import io.emporium.events.order.ShippedLine;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One shipment, or one handing over.
///
/// @param createdAt when it was packed, or at once shipped
/// @param shippedAt null while it is in the shop, and for what is picked up
/// @param deliveredAt null until the customer has it
public record Fulfilment(
    String id,
    FulfilmentState state,
    List<ShippedLine> lines,
    @Nullable String carrier,
    @Nullable String trackingNumber,
    Instant createdAt,
    @Nullable Instant shippedAt,
    @Nullable Instant deliveredAt) {

  static Fulfilment begun(FulfilOrder.Command command, List<ShippedLine> lines, Instant now) {
    return new Fulfilment(
        command.fulfilmentId(),
        FulfilmentState.PACKED,
        lines,
        command.parcel().carrier(),
        command.parcel().trackingNumber(),
        now,
        null,
        null);
  }

  Fulfilment moved(FulfilOrder.Move move, Instant now) {
    FulfilmentState next = move.to();
    return new Fulfilment(
        id,
        next,
        lines,
        move.parcel().carrier() == null ? carrier : move.parcel().carrier(),
        move.parcel().trackingNumber() == null ? trackingNumber : move.parcel().trackingNumber(),
        createdAt,
        next == FulfilmentState.SHIPPED ? now : shippedAt,
        next.arrived() ? now : deliveredAt);
  }
}
