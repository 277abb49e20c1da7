package io.emporium.inventory.batch.web;

import io.emporium.inventory.batch.Batch;
import io.emporium.inventory.batch.BatchRow;
import io.emporium.inventory.batch.RowInput;
import io.emporium.kit.store.Page;
import org.jspecify.annotations.Nullable;

/// A batch with a page of its rows.
record BatchResultsResponse(BatchResponse batch, Page<RowResponse> results) {

  /// @param row counted from 1
  record RowResponse(
      int row,
      @Nullable String operation,
      @Nullable String warehouse,
      @Nullable String sku,
      @Nullable String quantity,
      @Nullable String reason,
      BatchRow.State status,
      @Nullable String code,
      @Nullable String message) {

    private static RowResponse from(BatchRow row) {
      RowInput input = row.input();
      BatchRow.Problem problem = row.problem();
      return new RowResponse(
          row.number(),
          input.operation(),
          input.warehouse(),
          input.sku(),
          input.quantity(),
          input.reason(),
          row.state(),
          problem == null ? null : problem.code(),
          problem == null ? null : problem.message());
    }
  }

  static BatchResultsResponse from(Batch batch, Page<BatchRow> rows) {
    return new BatchResultsResponse(BatchResponse.from(batch), rows.map(RowResponse::from));
  }
}
