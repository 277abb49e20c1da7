package io.emporium.payment.payment;

import io.emporium.events.Money;
import io.emporium.events.payment.PaymentDisputed;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.TenantOwned;
import io.emporium.payment.payment.Transaction.Kind;
import io.emporium.payment.payment.Transaction.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// The one payment of an order.
///
/// It is opened, tried ([Beginning]), settled by what the provider says ([Settlement]), reserved
/// money is taken ([Capturing]), money goes back ([Refunding]), and it is called off
/// ([CallingOff]).
@Document("payments")
@TypeAlias("payment")
@TenantOwned(shop = "shopId", customer = "customerId")
public final class Payment extends StoredPayment {

  static final int MOST_REFUNDS = 50;

  @PersistenceCreator
  private Payment() {}

  private Payment(String orderId, @Nullable String companyId, PaymentStatus status, Instant now) {
    super(orderId, companyId, status, now);
  }

  public static Payment open(Opening opening, Instant now) {
    Payment payment =
        new Payment(opening.orderId(), opening.companyId(), PaymentStatus.REQUESTED, now);
    payment.learn(opening);
    payment.payAsChosenAt = opening.chosen() == null ? null : now;
    if (opening.amount().amount() == 0) {
      // Nobody has to be asked for nothing.
      payment.status = PaymentStatus.SUCCEEDED;
    }
    payment.answer();
    var _ = payment.applied();
    return payment;
  }

  /// For an order that ended before its payment was opened: whatever comes later is refused.
  public static Payment tombstone(OrderEnd end, Instant now) {
    Payment payment = new Payment(end.orderId(), end.companyId(), PaymentStatus.VOIDED, now);
    payment.customerId = end.customerId();
    payment.shopId = end.shopId();
    payment.voidReason = end.reason();
    payment.orderEnded = true;
    return payment;
  }

  /// As [#tombstone], for somebody who waits for the answer.
  public static Payment voidedBeforeOpened(OrderEnd end, Instant now) {
    Payment payment = tombstone(end, now);
    payment.answer();
    return payment;
  }

  /// Asked to open again: answers with how things stand.
  public Outcome openAgain(Opening opening) {
    if (amount == null) {
      learn(opening);
    }
    answer();
    return applied();
  }

  private void learn(Opening opening) {
    customerId = opening.customerId();
    shopId = opening.shopId();
    amount = opening.amount();
    expiresAt = opening.expiresAt();
    captureLater = opening.captureLater();
    offered = opening.offered();
    chosen = opening.chosen();
  }

  /// Writes a charge down. [Outcome#ALREADY] where there is nothing to start: the status says why.
  public Outcome begin(PayRequest request, AskPlan plan) {
    return new Beginning(this).begin(request, plan);
  }

  /// The way to pay that was chosen with the order could not even be begun.
  Outcome notPaidAsChosen(Refusal why, AskPlan plan) {
    return new Beginning(this).notAsChosen(why, plan);
  }

  /// The current attempt, as the provider is asked for it.
  Charge charge(Instant overdueBefore) {
    return new Charge(
        id(),
        orderId,
        companyId(),
        amount(),
        current(),
        voidReason == null,
        current().startedAt().isBefore(overdueBefore),
        captureLater);
  }

  /// Takes what the provider says about the attempt with this number. What comes late, or again,
  /// changes nothing, but for the news that money was taken.
  public Outcome settle(int number, GatewayAnswer answer, AskPlan plan) {
    return new Settlement(this, plan).take(number, answer);
  }

  /// Whether this much may have been taken: what was asked for, or of reserved money less.
  public boolean expects(Money taken) {
    return Securing.fits(this, taken);
  }

  /// Staff say that the money is there.
  public Outcome confirm(Provider by, String reference, Instant now) {
    return confirm(by, null, reference, now);
  }

  /// As [#confirm(Provider, String, Instant)], with the money counted.
  ///
  /// @param counted how much; null when they did not count
  public Outcome confirm(Provider by, @Nullable Money counted, String reference, Instant now) {
    return new Beginning(this).confirm(by, counted, reference, now);
  }

  /// Nobody may pay any longer; where the provider is busy, what it answers decides.
  public Outcome voidPayment(String reason, AskPlan plan) {
    return new CallingOff(this, plan).forTheSaga(reason);
  }

  /// As [#voidPayment], by a person: a payment that is closed already is left as it is.
  ///
  /// @throws Refusal for one that is paid: the order has been confirmed on the strength of it
  public Outcome voidByHand(String reason, AskPlan plan) {
    return new CallingOff(this, plan).byHand(reason);
  }

  /// The order was rejected, cancelled or has expired: money kept for it would be an orphan.
  public Outcome endOrder() {
    if (orderEnded) {
      return Outcome.ALREADY;
    }
    orderEnded = true;
    if (Attention.isReleaseRefused(this)) {
      captureBy = null;
    }
    return applied();
  }

  /// Takes reserved money, once per capture id.
  ///
  /// @throws Refusal when it cannot be
  public Outcome capture(CaptureRequest request, Instant now) {
    return new Capturing(this, now).request(request);
  }

  /// Takes what the provider says about a capture.
  public Outcome settleCapture(String captureId, CaptureAnswer answer, AskPlan plan) {
    return new Capturing(this, plan.now()).settle(captureId, answer, plan);
  }

  /// Gives money back, once per refund id; asked again, answers again. Asked for more than is left
  /// while other refunds are pending, does nothing: whoever asked has to ask again.
  public Outcome refund(RefundRequest request, Instant now) {
    return new Refunding(this, now).request(request);
  }

  /// Why it cannot be; null where it can.
  public @Nullable String obstacleTo(RefundRequest request) {
    return Refunding.obstacle(this, request);
  }

  /// Takes what the provider says about a refund.
  public Outcome settleRefund(String refundId, RefundAnswer answer, AskPlan plan) {
    return new Refunding(this, plan.now()).settle(refundId, answer, plan);
  }

  /// Takes what the provider says about giving reserved money free for a refund.
  public Outcome settleRelease(String refundId, RefundAnswer answer, AskPlan plan) {
    return new Releasing(this, plan).settle(refundId, answer);
  }

  /// A person has given back by other means what the provider refused to.
  ///
  /// @throws Refusal while it may still be carried out, or when it was given back otherwise
  public Outcome closeRefund(String refundId, String why, Instant now) {
    return new ClosingRefund(this, now).close(refundId, why);
  }

  /// A person has given stray money back at the provider's, or found that all is well.
  ///
  /// @throws Refusal when it is not stray: what was taken for an ended order is refunded
  public Outcome closeStray(String why, Instant now) {
    return new ClosingStray(this, now).close(why);
  }

  /// The card holder disputes the charge, once per dispute.
  public Outcome dispute(String disputeId, Money disputed, Instant now) {
    boolean known =
        transactions.stream()
            .anyMatch(line -> line.kind() == Kind.CHARGEBACK && disputeId.equals(line.reference()));
    if (known) {
      return Outcome.ALREADY;
    }
    note(
        new Transaction(
            Kind.CHARGEBACK, State.INITIATED, disputed, provider(), null, disputeId, null, now));
    publish(new PaymentDisputed(id(), orderId, disputed));
    return applied();
  }

  /// The customer is known to have done their part at the provider's: to be asked at once.
  public Outcome askSoon(Instant now) {
    if (status != PaymentStatus.REQUIRES_ACTION && status != PaymentStatus.UNKNOWN) {
      return Outcome.ALREADY;
    }
    attempt = current().askAt(now);
    return applied();
  }

  /// What it was paid with is saved.
  Outcome methodSaved() {
    saveMethodAt = null;
    return applied();
  }

  /// Whether a refund gives a reservation free instead of sending money back.
  boolean isRelease(String refundId) {
    return refundId.equals(releasedBy);
  }

  /// Takes over what is due until the lease ends, so that nobody else does it meanwhile.
  ///
  /// @param evenEarly also what would be asked later: the provider is back
  List<Duty> claim(Instant now, Instant leaseEnd, boolean evenEarly) {
    return new DueWork(this).claim(now, leaseEnd, evenEarly);
  }
}
