package io.emporium.ecommerce.stock;

import io.emporium.events.Envelope;
import io.emporium.events.inventory.StockChanged;
import io.emporium.events.inventory.StockLow;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a message says about a SKU in a warehouse.
///
/// @param version of the stock there, to tell old news from new
/// @param threshold null when the message does not say
public record StockNews(
    String companyId,
    String sku,
    String warehouseId,
    long available,
    long version,
    @Nullable Long threshold) {

  public static StockNews from(StockChanged event, Envelope<?> envelope) {
    return new StockNews(
        Objects.requireNonNull(envelope.companyid()),
        event.sku(),
        event.warehouseId(),
        event.available(),
        envelope.aggregateversion(),
        null);
  }

  public static StockNews from(StockLow event, Envelope<?> envelope) {
    return new StockNews(
        Objects.requireNonNull(envelope.companyid()),
        event.sku(),
        event.warehouseId(),
        event.available(),
        envelope.aggregateversion(),
        event.threshold());
  }
}
