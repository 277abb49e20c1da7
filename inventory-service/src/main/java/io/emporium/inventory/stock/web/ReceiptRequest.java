package io.emporium.inventory.stock.web;

import io.emporium.events.inventory.StockLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

record ReceiptRequest(
    @NotBlank @Size(max = 64) String warehouseId,
    @NotEmpty @Size(max = 500) List<@NotNull @Valid LineRequest> lines,
    @Nullable @Size(max = 120) String reference) {

  record LineRequest(@NotBlank @Size(max = 64) String sku, @Min(1) @Max(1_000_000) int quantity) {}

  List<StockLine> stockLines() {
    return lines.stream().map(line -> new StockLine(line.sku().strip(), line.quantity())).toList();
  }
}
