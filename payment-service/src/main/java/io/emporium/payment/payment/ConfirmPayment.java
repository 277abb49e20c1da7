package io.emporium.payment.payment;

import io.emporium.events.Money;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Staff say that the money of a payment by hand is there.
@Component
public class ConfirmPayment {

  private final AggregateStore<Payment> payments;
  private final PaymentOpenings openings;
  private final Timing timing;

  ConfirmPayment(AggregateStore<Payment> payments, PaymentOpenings openings, Timing timing) {
    this.payments = payments;
    this.openings = openings;
    this.timing = timing;
  }

  /// @param amount what was counted; null when nobody counted
  public record Command(
      String paymentId,
      @Nullable Provider provider,
      @Nullable Money amount,
      @Nullable String reference,
      String staffId) {}

  /// A till is faster than the saga: it waits a moment for the payment to be opened.
  public Payment handle(Scope scope, Command command) {
    openings.awaitForStaff(scope, command.paymentId());
    String reference =
        command.reference() == null ? "confirmed-by-" + command.staffId() : command.reference();
    return payments.change(
        scope,
        command.paymentId(),
        payment ->
            payment.confirm(provider(payment, command), command.amount(), reference, timing.now()));
  }

  private static Provider provider(Payment payment, Command command) {
    Provider chosen = Optional.ofNullable(command.provider()).orElseGet(() -> chosenBy(payment));
    if (!chosen.byHand()) {
      throw Refusal.rule("not_by_hand", "Only cash and bank transfers are confirmed by staff");
    }
    return chosen;
  }

  private static Provider chosenBy(Payment payment) {
    return Optional.ofNullable(payment.provider())
        .orElseThrow(() -> Refusal.invalid("/provider", "is needed: the customer did not choose"));
  }
}
