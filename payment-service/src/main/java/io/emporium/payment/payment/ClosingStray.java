package io.emporium.payment.payment;

import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.Outcome;
import io.emporium.payment.payment.Transaction.State;
import java.time.Instant;

/// A person has seen to money that nobody had asked for. No books change: what they did at the
/// provider's, the reconciliation finds there.
final class ClosingStray {

  private final StoredPayment payment;
  private final Instant now;

  ClosingStray(StoredPayment payment, Instant now) {
    this.payment = payment;
    this.now = now;
  }

  Outcome close(String why) {
    if (!payment.stray) {
      if (payment.orphan) {
        throw Refusal.conflict("payment_to_refund", "Refund what is left of it");
      }
      return Outcome.ALREADY;
    }
    Transaction last =
        payment.transactions.stream()
            .filter(line -> line.state() == State.STRAY)
            .reduce((_, later) -> later)
            .orElseThrow();
    payment.stray = false;
    payment.note(
        new Transaction(
            last.kind(),
            State.CLOSED,
            last.amount(),
            last.provider(),
            last.key(),
            last.reference(),
            why,
            now));
    return payment.applied();
  }
}
