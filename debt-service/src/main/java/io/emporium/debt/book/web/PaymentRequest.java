package io.emporium.debt.book.web;

import io.emporium.debt.book.RecordPayment;
import io.emporium.events.Money;
import io.emporium.kit.web.NoCardNumber;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record PaymentRequest(
    @NotNull Money amount,
    @Nullable @Size(max = 40) @NoCardNumber String method,
    @Nullable @Size(max = 120) @NoCardNumber String reference) {

  RecordPayment.Command toCommand(String actor) {
    return new RecordPayment.Command(Checks.positive("/amount", amount), method, reference, actor);
  }
}
