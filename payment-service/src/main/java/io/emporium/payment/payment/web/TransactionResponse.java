package io.emporium.payment.payment.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.emporium.events.Money;
import io.emporium.payment.payment.Provider;
import io.emporium.payment.payment.Transaction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@JsonInclude(JsonInclude.Include.NON_NULL)
record TransactionResponse(
    Transaction.Kind kind,
    Transaction.State state,
    Money amount,
    @Nullable Provider provider,
    @Nullable String reference,
    @Nullable String code,
    Instant at) {

  static TransactionResponse from(Transaction line) {
    return new TransactionResponse(
        line.kind(),
        line.state(),
        line.amount(),
        line.provider(),
        line.reference(),
        line.code(),
        line.at());
  }
}
