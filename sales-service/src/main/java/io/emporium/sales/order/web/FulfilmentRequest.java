package io.emporium.sales.order.web;

import io.emporium.sales.order.FulfilOrder;
import io.emporium.sales.order.FulfilOrder.Parcel;
import io.emporium.sales.order.FulfilmentState;
import io.emporium.sales.order.Fulfilments.Portion;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param lines everything that is left when left out
/// @param state to begin in: packed, shipped, ready, picked_up, or called_off for what will never
///   leave; when left out shipped for a delivery, ready for a pickup
record FulfilmentRequest(
    @Nullable @Size(min = 1, max = 100) List<@NotNull @Valid Line> lines,
    @Nullable FulfilmentState state,
    @Nullable @Size(max = 60) String carrier,
    @Nullable @Size(max = 120) String trackingNumber) {

  record Line(@NotNull @Min(1) Integer line, @NotNull @Min(1) @Max(10_000) Integer quantity) {}

  static FulfilOrder.Command toCommand(@Nullable FulfilmentRequest request, String fulfilmentId) {
    if (request == null) {
      return new FulfilOrder.Command(fulfilmentId, List.of(), null, Parcel.NONE);
    }
    List<Portion> portions =
        request.lines == null
            ? List.of()
            : request.lines.stream()
                .map(line -> new Portion(line.line(), line.quantity()))
                .toList();
    return new FulfilOrder.Command(
        fulfilmentId, portions, request.state, new Parcel(request.carrier, request.trackingNumber));
  }
}
