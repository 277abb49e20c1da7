package io.emporium.inventory.batch;

import io.emporium.inventory.batch.BatchRow.Operation;
import io.emporium.inventory.batch.BatchRow.Order;
import io.emporium.inventory.batch.BatchRow.Problem;
import io.emporium.inventory.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells rows that make sense from those that do not, without looking at any stock.
final class CheckRows {

  private static final int SKU_LENGTH = 64;
  private static final int REASON_LENGTH = 500;
  private static final long MOST = 1_000_000;

  private final Map<String, Warehouse> warehouses = new HashMap<>();

  /// @param open warehouses in which the sender may work
  CheckRows(List<Warehouse> open) {
    open.forEach(warehouse -> warehouses.put(warehouse.details().code(), warehouse));
    open.forEach(warehouse -> warehouses.put(warehouse.id(), warehouse));
  }

  List<BatchRow> all(List<RowInput> inputs) {
    List<BatchRow> rows = new ArrayList<>(inputs.size());
    for (RowInput input : inputs) {
      rows.add(check(rows.size() + 1, input));
    }
    return rows;
  }

  private BatchRow check(int number, RowInput input) {
    Optional<Operation> operation = Operation.named(text(input.operation()));
    Warehouse warehouse = warehouses.get(text(input.warehouse()));
    String sku = text(input.sku());
    Optional<Long> quantity = number(input.quantity());
    String reason = text(input.reason());
    if (operation.isEmpty()) {
      return rejected(
          number, input, "unknown_operation", "must be receipt, adjustment or threshold");
    }
    if (warehouse == null) {
      return rejected(number, input, "warehouse_not_found", "there is no such warehouse");
    }
    if (sku.isEmpty() || sku.length() > SKU_LENGTH) {
      return rejected(number, input, "invalid_sku", "must have 1 to 64 characters");
    }
    if (quantity.filter(units -> fits(operation.get(), units)).isEmpty()) {
      return rejected(number, input, "invalid_quantity", range(operation.get()));
    }
    if (reason.length() > REASON_LENGTH) {
      return rejected(number, input, "invalid_reason", "must have at most 500 characters");
    }
    if (operation.get() == Operation.ADJUSTMENT && reason.isEmpty()) {
      return rejected(number, input, "reason_required", "an adjustment needs a reason");
    }
    Order order =
        new Order(
            operation.get(),
            warehouse.id(),
            warehouse.name(),
            sku,
            quantity.get(),
            reason.isEmpty() ? null : reason);
    return BatchRow.pending(number, input, order);
  }

  private static BatchRow rejected(int number, RowInput input, String code, String message) {
    return BatchRow.rejected(number, input, new Problem(code, message));
  }

  private static boolean fits(Operation operation, long quantity) {
    return switch (operation) {
      case RECEIPT -> quantity >= 1 && quantity <= MOST;
      case ADJUSTMENT -> quantity != 0 && Math.abs(quantity) <= MOST;
      case THRESHOLD -> quantity >= 0 && quantity <= MOST;
    };
  }

  private static String range(Operation operation) {
    return switch (operation) {
      case RECEIPT -> "must be a whole number from 1 to " + MOST;
      case ADJUSTMENT -> "must be a whole number from -" + MOST + " to " + MOST + ", but not 0";
      case THRESHOLD -> "must be a whole number from 0 to " + MOST;
    };
  }

  private static Optional<Long> number(@Nullable String text) {
    try {
      // Longer ones are beyond every limit, and must not overflow on the way.
      String digits = text(text);
      return digits.length() > 10 ? Optional.empty() : Optional.of(Long.parseLong(digits));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static String text(@Nullable String text) {
    return Objects.requireNonNullElse(text, "").strip();
  }
}
