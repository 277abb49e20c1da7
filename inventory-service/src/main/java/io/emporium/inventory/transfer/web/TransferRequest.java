package io.emporium.inventory.transfer.web;

import io.emporium.inventory.transfer.TransferPlan;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

record TransferRequest(
    @NotBlank @Size(max = 64) String fromWarehouseId,
    @NotBlank @Size(max = 64) String toWarehouseId,
    @NotEmpty @Size(max = 200) List<@NotNull @Valid SentLine> lines,
    @Nullable @Size(max = 500) String note) {

  TransferPlan toPlan() {
    return new TransferPlan(fromWarehouseId, toWarehouseId, SentLine.toStock(lines), note);
  }
}
