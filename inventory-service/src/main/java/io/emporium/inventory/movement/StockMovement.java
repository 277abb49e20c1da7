package io.emporium.inventory.movement;

import io.emporium.events.Envelope;
import io.emporium.events.inventory.StockChanged;
import io.emporium.kit.tenancy.TenantOwned;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// One change of on-hand, as it stands in the ledger. Written once, never changed.
///
/// @param id of the event, so that a repetition is known
/// @param onHand after the change, as `reserved` is
/// @param itemVersion version of the stock item after the change
/// @param correction written by a repair, to explain an on-hand that movements did not
@Document("stock_movements")
@TypeAlias("stock_movement")
@TenantOwned
public record StockMovement(
    @Id String id,
    String companyId,
    String itemId,
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
    Instant occurredAt,
    long itemVersion,
    boolean correction) {

  public static StockMovement of(StockChanged change, Envelope<?> envelope) {
    return new StockMovement(
        envelope.id(),
        Objects.requireNonNull(envelope.companyid()),
        envelope.subject(),
        change.sku(),
        change.warehouseId(),
        change.kind(),
        change.delta(),
        change.onHand(),
        change.reserved(),
        change.reference(),
        change.reason(),
        envelope.actor(),
        envelope.correlationid(),
        envelope.time(),
        envelope.aggregateversion(),
        false);
  }
}
