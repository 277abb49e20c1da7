package io.emporium.payment.reconciliation;

import io.emporium.events.Money;
import io.emporium.payment.payment.Payment;
import io.emporium.payment.payment.StatementLine;
import io.emporium.payment.payment.Transaction;
import io.emporium.payment.payment.Transaction.State;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Money that moved, as our transactions have it.
///
/// @param begunAt when the provider was first asked for it
record OwnMovement(
    StatementLine.Kind what, String reference, Money amount, Instant begunAt, Instant at) {

  static List<OwnMovement> of(Payment payment) {
    return payment.transactions().stream().flatMap(line -> of(payment, line).stream()).toList();
  }

  private static Optional<OwnMovement> of(Payment payment, Transaction line) {
    boolean moved = line.state() == State.SUCCEEDED || line.state() == State.STRAY;
    if (!moved || line.reference() == null || line.provider() == null) {
      return Optional.empty();
    }
    // A reservation that was given free is a refund without money.
    boolean isRelease = line.kind() == Transaction.Kind.REFUND && payment.isReleased();
    return switch (line.kind()) {
      case CHARGE, CAPTURE -> Optional.of(movement(payment, StatementLine.Kind.CHARGE, line));
      case REFUND ->
          isRelease
              ? Optional.empty()
              : Optional.of(movement(payment, StatementLine.Kind.REFUND, line));
      case AUTHORIZE, VOID, CHARGEBACK -> Optional.empty();
    };
  }

  private static OwnMovement movement(Payment payment, StatementLine.Kind what, Transaction line) {
    return new OwnMovement(
        what,
        Objects.requireNonNull(line.reference()),
        line.amount(),
        begun(payment, line),
        line.at());
  }

  // A provider dates what was taken from a reservation by either of the two.
  private static Instant begun(Payment payment, Transaction line) {
    return payment.transactions().stream()
        .filter(other -> other.state() == State.INITIATED)
        .filter(
            other ->
                line.kind() == Transaction.Kind.CAPTURE
                    ? other.kind() == Transaction.Kind.AUTHORIZE
                    : Objects.equals(other.key(), line.key()))
        .map(Transaction::at)
        .findFirst()
        .orElse(line.at());
  }
}
