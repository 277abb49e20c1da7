package io.emporium.payment.payment;

import io.emporium.events.payment.PaymentVoided;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.TenantOwned;
import io.emporium.payment.payment.Transaction.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// The one payment of an order.
@Document("payments")
@TypeAlias("payment")
@TenantOwned(shop = "shopId", customer = "customerId")
public final class Payment extends StoredPayment {

  static final int MOST_ATTEMPTS = 20;
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
    payment.answer();
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

  /// Writes a charge down. [Outcome#ALREADY] where there is nothing to start: the status says why.
  public Outcome begin(PayRequest request, AskPlan plan) {
    return switch (status) {
      case REQUESTED, AWAITING_CONFIRMATION -> start(request, plan);
      case REQUIRES_ACTION, UNKNOWN, SUCCEEDED -> Outcome.ALREADY;
      case PROCESSING ->
          throw Refusal.conflict("payment_in_progress", "Another attempt to pay is running")
              .retryAfterSeconds(2);
      case FAILED -> {
        if (attempt != null && attempt.request().equals(request)) {
          yield Outcome.ALREADY;
        }
        throw notPayable("The payment was declined and the order has ended");
      }
      case CANCELLING, VOIDED -> throw notPayable("The order can no longer be paid");
    };
  }

  private Outcome start(PayRequest request, AskPlan plan) {
    if (expiresAt != null && plan.now().isAfter(expiresAt)) {
      throw notPayable("The time to pay is over");
    }
    int number = attempt == null ? 1 : attempt.number() + 1;
    if (number > MOST_ATTEMPTS) {
      throw Refusal.conflict("too_many_attempts", "The order was tried to be paid too often");
    }
    attempt = Attempt.first(number, id(), request, plan);
    failureCode = null;
    status =
        request.provider().byHand()
            ? PaymentStatus.AWAITING_CONFIRMATION
            : PaymentStatus.PROCESSING;
    noteCharge(State.INITIATED, null, plan.now());
    return applied();
  }

  private void learn(Opening opening) {
    customerId = opening.customerId();
    shopId = opening.shopId();
    amount = opening.amount();
    expiresAt = opening.expiresAt();
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
        current().startedAt().isBefore(overdueBefore));
  }

  static Refusal notPayable(String why) {
    return Refusal.conflict("order_not_payable", why);
  }

  /// Takes what the provider says about the attempt with this number. What comes late, or again,
  /// changes nothing, but for the news that money was taken.
  public Outcome settle(int number, GatewayAnswer answer, AskPlan plan) {
    return new Settlement(this, plan).take(number, answer);
  }

  /// Staff say that the money is there.
  public Outcome confirm(Provider by, String reference, Instant now) {
    return switch (status) {
      case REQUESTED, AWAITING_CONFIRMATION ->
          new Settlement(this, AskPlan.never(now))
              .approved(new GatewayAnswer.Approved(by, reference, amount()));
      case SUCCEEDED -> Outcome.ALREADY;
      case PROCESSING, REQUIRES_ACTION, UNKNOWN, CANCELLING ->
          throw Refusal.conflict("payment_in_progress", "The customer is paying otherwise");
      case FAILED, VOIDED -> throw notPayable("The order can no longer be paid");
    };
  }

  /// Nobody may pay any longer; where the provider is busy, what it answers decides.
  public Outcome voidPayment(String reason, AskPlan plan) {
    return switch (status) {
      case REQUESTED, AWAITING_CONFIRMATION -> {
        voidReason = reason;
        yield new Settlement(this, plan).end();
      }
      case REQUIRES_ACTION -> {
        voidReason = reason;
        status = PaymentStatus.CANCELLING;
        attempt = current().askAt(plan.now());
        yield applied();
      }
      case PROCESSING, CANCELLING -> {
        voidReason = reason;
        yield applied();
      }
      case UNKNOWN -> {
        voidReason = reason;
        attempt = current().askAt(plan.now());
        answer();
        yield applied();
      }
      case FAILED -> {
        publish(new PaymentVoided(id(), orderId, reason));
        yield applied();
      }
      case SUCCEEDED, VOIDED -> {
        answer();
        yield applied();
      }
    };
  }

  /// The order was rejected, cancelled or has expired: money kept for it would be an orphan.
  public Outcome endOrder() {
    if (orderEnded) {
      return Outcome.ALREADY;
    }
    orderEnded = true;
    return applied();
  }

  /// Gives money back, once per refund id; asked again, answers again.
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

  /// Takes over what is due until the lease ends, so that nobody else does it meanwhile.
  ///
  /// @param evenEarly also what would be asked later: the provider is back
  List<Duty> claim(Instant now, Instant leaseEnd, boolean evenEarly) {
    List<Duty> duties = new ArrayList<>();
    Attempt asked = attempt;
    if (asked != null && asked.nextAskAt() != null) {
      boolean early = evenEarly && status != PaymentStatus.PROCESSING;
      if (early || !asked.nextAskAt().isAfter(now)) {
        duties.add(status == PaymentStatus.CANCELLING ? new Duty.Cancel() : new Duty.Ask());
        attempt = asked.askAt(leaseEnd);
      }
    }
    if (saveMethodAt != null && !saveMethodAt.isAfter(now)) {
      duties.add(new Duty.SaveMethod());
      saveMethodAt = leaseEnd;
    }
    for (Refund refund : refunds) {
      Instant at = refund.nextAskAt();
      if (at != null && (evenEarly || !at.isAfter(now))) {
        duties.add(new Duty.SendRefund(refund.id()));
        replace(refund.askAt(leaseEnd));
      }
    }
    return duties;
  }
}
