package io.emporium.inventory.movement.web;

import io.emporium.inventory.movement.StockMovement;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Figures are those after the movement.
record MovementResponse(
    String id,
    String sku,
    String warehouseId,
    String kind,
    long delta,
    long onHand,
    long reserved,
    @Nullable String reference,
    @Nullable String reason,
    String actor,
    String correlationId,
    Instant occurredAt) {

  static MovementResponse from(StockMovement movement) {
    return new MovementResponse(
        movement.id(),
        movement.sku(),
        movement.warehouseId(),
        movement.kind(),
        movement.delta(),
        movement.onHand(),
        movement.reserved(),
        movement.reference(),
        movement.reason(),
        movement.actor(),
        movement.correlationId(),
        movement.occurredAt());
  }
}
