package io.emporium.inventory.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.inventory.warehouse.Warehouse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckRowsTest {

  private final CheckRows check =
      new CheckRows(
          List.of(
              Warehouse.open("w1", "c1", new Warehouse.Details("Main", "MAIN", List.of(), null))));

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "sell, w1, TEA, 1, none, unknown_operation",
        "none, w1, TEA, 1, none, unknown_operation",
        "receipt, elsewhere, TEA, 1, none, warehouse_not_found",
        "receipt, none, TEA, 1, none, warehouse_not_found",
        "receipt, w1, ' ', 1, none, invalid_sku",
        "receipt, w1, TEA, 0, none, invalid_quantity",
        "receipt, w1, TEA, -1, none, invalid_quantity",
        "receipt, w1, TEA, 1000001, none, invalid_quantity",
        "receipt, w1, TEA, 1.5, none, invalid_quantity",
        "receipt, w1, TEA, many, none, invalid_quantity",
        "receipt, w1, TEA, 99999999999999999999, none, invalid_quantity",
        "receipt, w1, TEA, none, none, invalid_quantity",
        "adjustment, w1, TEA, 0, found, invalid_quantity",
        "adjustment, w1, TEA, -1, none, reason_required",
        "threshold, w1, TEA, -1, none, invalid_quantity"
      })
  void rejectsWithItsCode(
      String operation, String warehouse, String sku, String quantity, String reason, String code) {
    BatchRow row = check(new RowInput(operation, warehouse, sku, quantity, reason));
    assertThat(row.state()).isEqualTo(BatchRow.State.REJECTED);
    assertThat(row.problem().code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "receipt, w1, TEA, 1000000, none",
        "RECEIPT, MAIN, ' TEA ', ' 1 ', delivery-1",
        "adjustment, MAIN, TEA, -1000000, lost",
        "threshold, w1, TEA, 0, none"
      })
  void takesWhatMakesSense(
      String operation, String warehouse, String sku, String quantity, String reason) {
    BatchRow row = check(new RowInput(operation, warehouse, sku, quantity, reason));
    assertThat(row.state()).isEqualTo(BatchRow.State.PENDING);
    assertThat(row.order().warehouseId()).isEqualTo("w1");
    assertThat(row.order().sku()).isEqualTo("TEA");
  }

  @Test
  void rowsAreCountedFromOne() {
    RowInput input = new RowInput("receipt", "w1", "TEA", "1", null);
    assertThat(check.all(List.of(input, input))).extracting(BatchRow::number).containsExactly(1, 2);
  }

  private BatchRow check(RowInput input) {
    return check.all(List.of(input)).getFirst();
  }
}
