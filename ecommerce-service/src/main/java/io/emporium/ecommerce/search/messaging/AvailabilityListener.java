package io.emporium.ecommerce.search.messaging;

import io.emporium.ecommerce.search.ProductIndex;
import io.emporium.ecommerce.stock.StockBoard;
import io.emporium.ecommerce.stock.StockNews;
import io.emporium.events.Envelope;
import io.emporium.events.inventory.StockChanged;
import io.emporium.events.inventory.StockLow;
import io.emporium.kit.messaging.Consumes;
import io.emporium.kit.messaging.Handles;
import org.springframework.stereotype.Component;

/// Tells this instance what can be bought. Most news of stock change nothing that buyers see.
@Component
@Consumes(value = "availability", perInstance = true)
class AvailabilityListener {

  private final StockBoard board;
  private final ProductIndex index;

  AvailabilityListener(StockBoard board, ProductIndex index) {
    this.board = board;
    this.index = index;
  }

  @Handles
  void on(StockChanged event, Envelope<?> envelope) {
    learn(StockNews.from(event, envelope));
  }

  @Handles
  void on(StockLow event, Envelope<?> envelope) {
    learn(StockNews.from(event, envelope));
  }

  private void learn(StockNews news) {
    if (board.learn(news)) {
      index.restock(news.companyId(), news.sku());
    }
  }
}
