package io.emporium.inventory.batch;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A row of a batch and what has become of it.
///
/// @param number counted from 1
/// @param order what is to be done; null where the row does not say so
/// @param problem why it was rejected
public record BatchRow(
    int number, RowInput input, State state, @Nullable Order order, @Nullable Problem problem) {

  /// What has become of a row.
  public enum State {
    PENDING,
    ACCEPTED,
    REJECTED
  }

  /// What can be done with stock.
  public enum Operation {
    RECEIPT,
    ADJUSTMENT,
    THRESHOLD;

    static Optional<Operation> named(String name) {
      return Stream.of(values())
          .filter(operation -> operation.name().equals(name.toUpperCase(Locale.ROOT)))
          .findFirst();
    }
  }

  /// A row that makes sense.
  record Order(
      Operation operation,
      String warehouseId,
      String warehouseName,
      String sku,
      long quantity,
      @Nullable String reason) {}

  /// @param code as in a problem detail
  public record Problem(String code, String message) {}

  static BatchRow pending(int number, RowInput input, Order order) {
    return new BatchRow(number, input, State.PENDING, order, null);
  }

  static BatchRow rejected(int number, RowInput input, Problem problem) {
    return new BatchRow(number, input, State.REJECTED, null, problem);
  }

  BatchRow accepted() {
    return new BatchRow(number, input, State.ACCEPTED, order, null);
  }

  BatchRow rejected(String code, String message) {
    return new BatchRow(number, input, State.REJECTED, order, new Problem(code, message));
  }

  /// Whether it has changed on-hand, and so stands in the ledger.
  boolean hasMoved() {
    return state == State.ACCEPTED && order != null && order.operation() != Operation.THRESHOLD;
  }
}
