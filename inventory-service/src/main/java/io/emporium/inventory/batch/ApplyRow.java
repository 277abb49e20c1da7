package io.emporium.inventory.batch;

import io.emporium.inventory.batch.BatchRow.Order;
import io.emporium.inventory.stock.Movement;
import io.emporium.inventory.stock.MovementKind;
import io.emporium.inventory.stock.StockItem;
import io.emporium.inventory.stock.StockItems;
import io.emporium.inventory.stock.StockKey;
import io.emporium.inventory.stock.UnsoundStock;
import io.emporium.kit.problem.Category;
import io.emporium.kit.problem.Refusal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Carries out one row. Repeated, it is accepted again and changes nothing.
@Component
class ApplyRow {

  private final StockItems stock;

  ApplyRow(StockItems stock) {
    this.stock = stock;
  }

  /// @throws Refusal unavailable, when it is to be tried again later
  BatchRow handle(Batch batch, BatchRow row) {
    Order order = row.order();
    if (order == null || row.state() != BatchRow.State.PENDING) {
      return row;
    }
    StockKey key = new StockKey(batch.owner(), order.warehouseId(), order.sku());
    try {
      return apply(batch, row, order, key);
    } catch (Refusal refusal) {
      if (refusal.category() == Category.UNAVAILABLE) {
        throw refusal;
      }
      return row.rejected(refusal.code(), refusal.detail());
    } catch (UnsoundStock _) {
      return row.rejected("stock_unsound", "the figures of this item contradict each other");
    }
  }

  private BatchRow apply(Batch batch, BatchRow row, Order order, StockKey key) {
    switch (order.operation()) {
      case RECEIPT -> post(stock.ensure(key, order.warehouseName()), posting(batch, row, order));
      case ADJUSTMENT -> {
        Optional<StockItem> item =
            order.quantity() > 0
                ? Optional.of(stock.ensure(key, order.warehouseName()))
                : stock.findAll(key.companyId(), List.of(key)).stream().findFirst();
        if (item.isEmpty()) {
          return row.rejected("sku_not_stocked", "there has never been any in this warehouse");
        }
        post(item.get(), posting(batch, row, order));
      }
      case THRESHOLD -> {
        var _ = stock.ensure(key, order.warehouseName());
        var _ = stock.setThreshold(key, order.quantity());
      }
    }
    return row.accepted();
  }

  private void post(StockItem item, Movement.Posting posting) {
    var _ = stock.move(item, posting);
  }

  private static Movement.Posting posting(Batch batch, BatchRow row, Order order) {
    MovementKind kind =
        order.operation() == BatchRow.Operation.RECEIPT
            ? MovementKind.RECEIPT
            : MovementKind.ADJUSTMENT;
    return new Movement.Posting(
        batch.id() + "-" + row.number(), kind, order.quantity(), batch.id(), order.reason());
  }
}
