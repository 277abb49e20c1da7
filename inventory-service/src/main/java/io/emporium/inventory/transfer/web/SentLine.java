package io.emporium.inventory.transfer.web;

import io.emporium.events.inventory.StockLine;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;

/// Units that are to be sent.
record SentLine(@NotBlank @Size(max = 64) String sku, @Min(1) @Max(1_000_000) int quantity) {

  static List<StockLine> toStock(List<SentLine> lines) {
    return lines.stream().map(line -> new StockLine(line.sku().strip(), line.quantity())).toList();
  }
}
