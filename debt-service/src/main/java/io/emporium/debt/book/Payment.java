package io.emporium.debt.book;

import io.emporium.events.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Money that was paid towards a debt, and what it went to.
///
/// @param method such as `bank_transfer`
/// @param reference of the transfer, for the books
/// @param by who entered it
public record Payment(
    String id,
    Money amount,
    @Nullable String method,
    @Nullable String reference,
    Instant at,
    String by,
    List<Allocation> allocations) {

  /// How much of a payment went to an instalment.
  public record Allocation(int instalment, Money amount) {}

  Payment allocated(List<Allocation> parts) {
    return new Payment(id, amount, method, reference, at, by, List.copyOf(parts));
  }
}
