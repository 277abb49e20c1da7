package io.emporium.sales.order.web;

import io.emporium.sales.order.Fulfilments.Portion;
import io.emporium.sales.order.ShipLines;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param lines everything that is left when left out
record FulfilmentRequest(
    @Nullable @Size(min = 1, max = 100) List<@NotNull @Valid Line> lines,
    @Nullable @Size(max = 60) String carrier,
    @Nullable @Size(max = 120) String trackingNumber) {

  record Line(@NotNull @Min(1) Integer line, @NotNull @Min(1) @Max(10_000) Integer quantity) {}

  static ShipLines.Command toCommand(@Nullable FulfilmentRequest request, String fulfilmentId) {
    if (request == null) {
      return new ShipLines.Command(fulfilmentId, List.of(), null, null);
    }
    List<Portion> portions =
        request.lines == null
            ? List.of()
            : request.lines.stream()
                .map(line -> new Portion(line.line(), line.quantity()))
                .toList();
    return new ShipLines.Command(fulfilmentId, portions, request.carrier, request.trackingNumber);
  }
}
