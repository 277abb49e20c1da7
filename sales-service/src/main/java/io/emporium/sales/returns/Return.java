package io.emporium.sales.returns;

import io.emporium.events.Money;
import io.emporium.events.inventory.RestockItems;
import io.emporium.events.inventory.StockLine;
import io.emporium.events.order.ReturnApproved;
import io.emporium.events.order.ReturnReceived;
import io.emporium.events.order.ReturnRejected;
import io.emporium.events.payment.RefundPayment;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.TenantOwned;
import io.emporium.sales.order.Order;
import io.emporium.sales.order.Repayments.Promise;
import io.emporium.sales.order.ReturnClaims;
import io.emporium.sales.returns.Errands.Refund;
import io.emporium.sales.returns.Errands.Restock;
import io.emporium.sales.returns.Errands.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// Goods on their way back, and the money for them. Which units these are was decided by the order;
/// see [ReturnClaims]. Each step is one write of this document, with what it asks of others.
@Document("returns")
@TypeAlias("return")
@TenantOwned(shop = "shopId", customer = "customerId")
public final class Return extends StoredReturn {

  private static final int MOST_RECEIPTS = 20;
  private static final String UNANSWERED = "no_answer_in_time";
  private static final String NOTHING_LEFT = "nothing_left";

  @PersistenceCreator
  private Return() {}

  private Return(Order order, ReturnClaims.Claim claim) {
    super(order, claim);
  }

  static Return requested(Order order, ReturnClaims.Claim claim) {
    Return requested = new Return(order, claim);
    requested.tell("return_requested");
    requested.note("requested", claim.reason(), claim.at());
    return requested;
  }

  Outcome approve(Instant now) {
    if (status == ReturnStatus.APPROVED) {
      return Outcome.ALREADY;
    }
    become(ReturnStatus.APPROVED, "approved", null, now);
    record(new ReturnApproved(id(), orderId, customerId, shopId));
    tell("return_approved");
    return Outcome.APPLIED;
  }

  /// Also for what was approved and never came.
  Outcome reject(String why, Instant now) {
    if (status == ReturnStatus.REJECTED) {
      return Outcome.ALREADY;
    }
    become(ReturnStatus.REJECTED, "rejected", why, now);
    decision = why;
    record(new ReturnRejected(id(), orderId, customerId, shopId, why));
    tell("return_rejected");
    return Outcome.APPLIED;
  }

  /// Goods arrive. The good ones go back into the stock at once.
  ///
  /// @throws Refusal when a line is unknown, or more comes than was approved
  Outcome receive(String receiptId, List<ReturnLine.Portion> portions, Instant now) {
    if (receipts.contains(receiptId)) {
      return Outcome.ALREADY;
    }
    if (status != ReturnStatus.RECEIVED) {
      requireIn(ReturnStatus.APPROVED, ReturnStatus.RECEIVED);
    }
    if (receipts.size() >= MOST_RECEIPTS) {
      throw Refusal.conflict("too_many_receipts", "A return takes no more than 20 receipts");
    }
    lines = lines.with(portions);
    receipts = new ArrayList<>(receipts);
    receipts.add(receiptId);
    status = ReturnStatus.RECEIVED;
    note("received", null, now);
    List<StockLine> good = lines.good(portions);
    if (!good.isEmpty()) {
      Restock restock = new Restock(ReturnClaims.errand(id(), receipts.size()), good, false);
      follow(errands.with(restock, now));
      send(restocking(restock));
    }
    return Outcome.APPLIED;
  }

  /// The money goes back, as much as the order has promised. Where nothing is left to give back,
  /// the return ends without.
  ///
  /// @throws Refusal when more has come back than the promise was made for
  Outcome refund(Promise promise, Instant now) {
    if (errands.refund() != null) {
      return Outcome.ALREADY;
    }
    requireIn(ReturnStatus.RECEIVED, ReturnStatus.REFUNDING);
    if (!promise.goods().equals(lines.refund())) {
      throw Refusal.conflict("return_has_changed", "More has come back meanwhile; try again")
          .retryAfterSeconds(1);
    }
    Money amount = promise.amount();
    State state = amount.amount() == 0 ? State.DONE : State.ASKED;
    Refund refund =
        new Refund(ReturnClaims.errand(id(), 1), 1, amount, promise.shipping(), state, null);
    follow(errands.with(refund, now));
    record(new ReturnReceived(id(), orderId, customerId, shopId, lines.shipped(), amount));
    status = standing();
    if (state == State.ASKED) {
      send(refunding(refund));
      note("refund_asked", amount.toString(), now);
    } else {
      note(NOTHING_LEFT, null, now);
    }
    return Outcome.APPLIED;
  }

  /// @param given perhaps less than was asked for; payment-service decides
  Outcome refunded(String refundId, Money given, Instant now) {
    Refund refund = errands.refund();
    if (refund == null || status == ReturnStatus.CLOSED) {
      return Outcome.ALREADY;
    }
    if (refund.state() == State.DONE && !given.exceeds(refund.amount())) {
      return Outcome.ALREADY;
    }
    answered(refund.done(given), "refunded", refundId, now);
    tell("return_refunded");
    return Outcome.APPLIED;
  }

  /// Everything had gone back already: the return ends without a refund.
  Outcome nothingLeft(String refundId, Instant now) {
    Refund refund = awaited(refundId);
    if (refund == null) {
      return Outcome.ALREADY;
    }
    answered(refund.done(lines.zero()), NOTHING_LEFT, refundId, now);
    return Outcome.APPLIED;
  }

  /// @param why what payment-service says; an answer to an earlier attempt changes nothing
  Outcome refundFailed(String refundId, String why, Instant now) {
    Refund refund = awaited(refundId);
    if (refund == null) {
      return Outcome.ALREADY;
    }
    answered(refund.failed(why), "refund_refused", why, now);
    return Outcome.APPLIED;
  }

  private @Nullable Refund awaited(String refundId) {
    Refund refund = errands.refund();
    if (refund == null || refund.state() != State.ASKED || status == ReturnStatus.CLOSED) {
      return null;
    }
    return refund.id().equals(refundId) ? refund : null;
  }

  private void answered(Refund answer, String event, String why, Instant now) {
    follow(errands.answered(answer, now));
    trouble = refusal();
    become(standing(), event, why, now);
  }

  Outcome restocked(String restockId, Instant now) {
    if (errands.restock(restockId).map(Restock::done).orElse(true)) {
      return Outcome.ALREADY;
    }
    follow(errands.restocked(restockId));
    if (status == ReturnStatus.NEEDS_ATTENTION && UNANSWERED.equals(trouble) && !errands.open()) {
      trouble = refusal();
      status = standing();
    }
    note("restocked", null, now);
    return Outcome.APPLIED;
  }

  /// Asks again where no answer came; at the end of patience a person must look.
  Outcome wake(Instant now) {
    if (!errands.due(now)) {
      return Outcome.ALREADY;
    }
    if (errands.overdue(now)) {
      follow(errands.rested());
      trouble = UNANSWERED;
      become(ReturnStatus.NEEDS_ATTENTION, "unanswered", null, now);
      return Outcome.APPLIED;
    }
    follow(errands.askedAgain(now));
    askAll();
    return Outcome.APPLIED;
  }

  /// A person has mended the cause. A refused refund is asked for under a new id; one that was not
  /// answered under the same, since it may have been carried out.
  Outcome retry(Instant now) {
    if (status != ReturnStatus.NEEDS_ATTENTION) {
      return Outcome.ALREADY;
    }
    Refund refund = errands.refund();
    if (refund != null && refund.state() == State.FAILED) {
      follow(errands.with(refund.again(ReturnClaims.errand(id(), refund.attempt() + 1)), now));
    } else {
      follow(errands.begun(now));
    }
    trouble = null;
    status = standing();
    note("retried", null, now);
    askAll();
    return Outcome.APPLIED;
  }

  /// A person has settled it by hand.
  Outcome close(String why, Instant now) {
    if (status == ReturnStatus.CLOSED) {
      return Outcome.ALREADY;
    }
    become(ReturnStatus.CLOSED, "closed", why, now);
    decision = why;
    trouble = null;
    follow(errands.rested());
    return Outcome.APPLIED;
  }

  private void askAll() {
    if (errands.refundOpen() && errands.refund() != null) {
      send(refunding(errands.refund()));
    }
    errands.openRestocks().forEach(restock -> send(restocking(restock)));
  }

  private RefundPayment refunding(Refund refund) {
    return new RefundPayment(orderId, refund.id(), refund.amount(), "return");
  }

  private RestockItems restocking(Restock restock) {
    return new RestockItems(orderId, restock.id(), restock.lines(), "return");
  }
}
