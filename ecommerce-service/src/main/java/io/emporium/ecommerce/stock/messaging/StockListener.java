package io.emporium.ecommerce.stock.messaging;

import io.emporium.ecommerce.stock.KeepStock;
import io.emporium.ecommerce.stock.StockNews;
import io.emporium.events.Envelope;
import io.emporium.events.inventory.StockChanged;
import io.emporium.events.inventory.StockLow;
import io.emporium.kit.messaging.Consumes;
import io.emporium.kit.messaging.Handles;
import org.springframework.stereotype.Component;

/// Keeps the replica of stock.
@Component
@Consumes("stock")
class StockListener {

  private final KeepStock keep;

  StockListener(KeepStock keep) {
    this.keep = keep;
  }

  @Handles
  void on(StockChanged event, Envelope<?> envelope) {
    keep.handle(StockNews.from(event, envelope));
  }

  @Handles
  void on(StockLow event, Envelope<?> envelope) {
    keep.handle(StockNews.from(event, envelope));
  }
}
