package io.emporium.analytics.stock.messaging;

import io.emporium.analytics.stock.StockLevels;
import io.emporium.analytics.stock.StockLevels.Origin;
import io.emporium.events.Envelope;
import io.emporium.events.inventory.StockBack;
import io.emporium.events.inventory.StockChanged;
import io.emporium.events.inventory.StockLow;
import io.emporium.kit.messaging.Consumes;
import io.emporium.kit.messaging.Handles;
import java.util.Objects;
import org.springframework.stereotype.Component;

@Component
@Consumes("facts")
class StockListener {

  private final StockLevels levels;

  StockListener(StockLevels levels) {
    this.levels = levels;
  }

  @Handles
  void on(StockChanged event, Envelope<?> envelope) {
    levels.available(origin(envelope, event.warehouseId(), event.sku()), event.available());
  }

  @Handles
  void on(StockBack event, Envelope<?> envelope) {
    levels.available(origin(envelope, event.warehouseId(), event.sku()), event.available());
  }

  @Handles
  void on(StockLow event, Envelope<?> envelope) {
    levels.low(
        origin(envelope, event.warehouseId(), event.sku()), event.available(), event.threshold());
  }

  private static Origin origin(Envelope<?> envelope, String warehouseId, String sku) {
    return new Origin(
        Objects.requireNonNull(envelope.companyid()),
        warehouseId,
        sku,
        envelope.aggregateversion());
  }
}
