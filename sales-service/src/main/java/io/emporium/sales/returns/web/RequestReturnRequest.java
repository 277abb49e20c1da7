package io.emporium.sales.returns.web;

import io.emporium.kit.web.NoCardNumber;
import io.emporium.sales.order.Fulfilments.Portion;
import io.emporium.sales.order.ReturnClaims;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

record RequestReturnRequest(
    @NotBlank @Size(max = 100) String orderId,
    @NotEmpty @Size(max = 100) List<@NotNull @Valid Line> lines,
    @NotBlank @Size(max = 500) @NoCardNumber String reason) {

  record Line(@NotNull @Min(1) Integer line, @NotNull @Min(1) @Max(10_000) Integer quantity) {}

  ReturnClaims.Wish toWish(String returnId) {
    return new ReturnClaims.Wish(
        returnId,
        lines.stream().map(line -> new Portion(line.line(), line.quantity())).toList(),
        reason.strip());
  }
}
