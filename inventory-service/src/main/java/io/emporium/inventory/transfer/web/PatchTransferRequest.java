package io.emporium.inventory.transfer.web;

import io.emporium.inventory.transfer.TransferPlan;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is left out stays as it is; lines are given all or not at all.
record PatchTransferRequest(
    @Nullable @Pattern(regexp = ".*\\S.*", message = "must not be blank") @Size(max = 64)
        String fromWarehouseId,
    @Nullable @Pattern(regexp = ".*\\S.*", message = "must not be blank") @Size(max = 64)
        String toWarehouseId,
    @Nullable @Size(min = 1, max = 200) List<@NotNull @Valid SentLine> lines,
    @Nullable @Size(max = 500) String note) {

  TransferPlan over(TransferPlan old) {
    return new TransferPlan(
        Objects.requireNonNullElse(fromWarehouseId, old.fromWarehouseId()),
        Objects.requireNonNullElse(toWarehouseId, old.toWarehouseId()),
        lines == null ? old.lines() : SentLine.toStock(lines),
        note == null ? old.note() : note);
  }
}
