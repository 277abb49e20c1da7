package io.emporium.inventory.batch.web;

import io.emporium.inventory.batch.Batch;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far a batch is.
record BatchResponse(
    String id,
    Batch.Status status,
    String source,
    int rows,
    int accepted,
    int rejected,
    int pending,
    String createdBy,
    Instant createdAt,
    @Nullable Instant completedAt) {

  static BatchResponse from(Batch batch) {
    return new BatchResponse(
        batch.id(),
        batch.status(),
        batch.source(),
        batch.rows(),
        batch.accepted(),
        batch.rejected(),
        batch.rows() - batch.accepted() - batch.rejected(),
        batch.createdBy(),
        batch.createdAt(),
        batch.completedAt());
  }
}
