package io.emporium.sales.returns.web;

import io.emporium.sales.returns.ReturnLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

record ReceiveReturnRequest(@NotEmpty @Size(max = 100) List<@NotNull @Valid Line> lines) {

  /// @param quantity units that can be sold again
  /// @param damaged units that cannot
  record Line(
      @NotNull @Min(1) Integer line,
      @Nullable @Min(0) @Max(10_000) Integer quantity,
      @Nullable @Min(0) @Max(10_000) Integer damaged) {

    ReturnLine.Portion toPortion() {
      return new ReturnLine.Portion(
          line, Objects.requireNonNullElse(quantity, 0), Objects.requireNonNullElse(damaged, 0));
    }
  }

  List<ReturnLine.Portion> toPortions() {
    return lines.stream().map(Line::toPortion).toList();
  }
}
