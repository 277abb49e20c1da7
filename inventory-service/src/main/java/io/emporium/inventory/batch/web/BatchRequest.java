package io.emporium.inventory.batch.web;

import io.emporium.inventory.batch.RowInput;
import io.emporium.inventory.batch.SubmitBatch;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is wrong within a row rejects that row alone, so little is demanded here.
record BatchRequest(
    @NotEmpty @Size(max = SubmitBatch.MOST_ROWS) List<@NotNull @Valid RowRequest> rows) {

  /// @param warehouse id or code
  record RowRequest(
      @Nullable @Size(max = 32) String operation,
      @Nullable @Size(max = 64) String warehouse,
      @Nullable @Size(max = 200) String sku,
      @Nullable Long quantity,
      @Nullable @Size(max = 1_000) String reason) {

    private RowInput toInput() {
      return new RowInput(
          operation, warehouse, sku, quantity == null ? null : quantity.toString(), reason);
    }
  }

  List<RowInput> toInputs() {
    return rows.stream().map(RowRequest::toInput).toList();
  }
}
