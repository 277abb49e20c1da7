package io.emporium.inventory.stock;

import io.emporium.events.inventory.StockLine;
import io.emporium.inventory.warehouse.Warehouse;
import io.emporium.kit.ids.Ids;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Goods arrive at a warehouse.
@Component
public class ReceiveStock {

  /// @param lines summed per SKU
  /// @param reference such as the number of a delivery note
  public record Command(Warehouse warehouse, List<StockLine> lines, @Nullable String reference) {
    public Command {
      lines = summed(lines);
    }

    private static List<StockLine> summed(List<StockLine> lines) {
      Map<String, Integer> bySku = new TreeMap<>();
      lines.forEach(line -> bySku.merge(line.sku(), line.quantity(), Math::addExact));
      return bySku.entrySet().stream()
          .map(entry -> new StockLine(entry.getKey(), entry.getValue()))
          .toList();
    }
  }

  /// A receipt and the figures after it.
  public record Received(Receipt receipt, List<StockItem> items) {}

  private final AggregateStore<Receipt> receipts;
  private final StockItems stock;
  private final Ids ids;
  private final Clock clock;

  ReceiveStock(AggregateStore<Receipt> receipts, StockItems stock, Ids ids, Clock clock) {
    this.receipts = receipts;
    this.stock = stock;
    this.ids = ids;
    this.clock = clock;
  }

  public Received handle(Command command) {
    Receipt receipt = Receipt.of(ids.next(), command, clock.instant());
    // An id that is taken is this very request, sent again with its idempotency key.
    return receipts.create(receipt)
        ? book(receipt)
        : book(receipts.get(Scope.company(receipt.owner()), receipt.id()));
  }

  /// Books what is not booked yet.
  public Received book(Receipt receipt) {
    // However long ago that was: the items need not remember it any more.
    if (receipt.isBooked()) {
      return received(receipt);
    }
    for (StockLine line : receipt.lines()) {
      StockKey key = new StockKey(receipt.owner(), receipt.warehouseId(), line.sku());
      StockItem item = stock.ensure(key, receipt.warehouseName());
      String reference = receipt.reference() == null ? receipt.id() : receipt.reference();
      var _ = stock.move(item, Movement.receipt(receipt.id(), line.quantity(), reference));
    }
    return received(receipts.change(Scope.company(receipt.owner()), receipt.id(), Receipt::booked));
  }

  private Received received(Receipt booked) {
    return new Received(booked, stock.findAll(booked.owner(), booked.keys()));
  }
}
