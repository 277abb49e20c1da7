package io.emporium.sales.checkout;

import io.emporium.sales.checkout.SagaReply.CancelAsked;
import io.emporium.sales.checkout.SagaReply.DeadlinePassed;
import io.emporium.sales.checkout.SagaReply.DeductionRefused;
import io.emporium.sales.checkout.SagaReply.HoldExpired;
import io.emporium.sales.checkout.SagaReply.NothingToRefund;
import io.emporium.sales.checkout.SagaReply.PaymentDeclined;
import io.emporium.sales.checkout.SagaReply.PaymentOpened;
import io.emporium.sales.checkout.SagaReply.PaymentTaken;
import io.emporium.sales.checkout.SagaReply.PaymentUnclear;
import io.emporium.sales.checkout.SagaReply.PaymentVoided;
import io.emporium.sales.checkout.SagaReply.RefundDone;
import io.emporium.sales.checkout.SagaReply.RefundFailed;
import io.emporium.sales.checkout.SagaReply.StockDeducted;
import io.emporium.sales.checkout.SagaReply.StockHeld;
import io.emporium.sales.checkout.SagaReply.StockRefused;
import io.emporium.sales.checkout.SagaReply.StockReleased;
import io.emporium.sales.checkout.SagaReply.StockRestocked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The checkout saga: (state, reply, order, now) → (state, commands). No clock, no I/O, no memory:
/// the same arguments give the same decision.
///
/// - A reply that comes twice, or too late to matter, is *already applied*.
/// - A success that arrives for something undone has its undo sent again.
/// - The end of a payment's time is a question to payment-service, never an assumption.
/// - Money that arrives for a dead order goes back, once.
/// - What no repetition mends is marked stuck, for a person to see; a late answer still unsticks.
public final class CheckoutSaga {

  /// Why an order died whose payment was declined for good.
  public static final String PAYMENT_FAILED = "payment_failed";

  private CheckoutSaga() {}

  /// A new order: its stock is to be held.
  public static Decision begin(Deal deal, Instant now) {
    return new Turn(Checkout.unborn(), deal, now).enter(SagaStep.HOLDING_STOCK);
  }

  /// A new order that cannot be accepted: nothing is asked of anybody.
  public static Decision refuse(String reason) {
    Checkout dead =
        new Checkout(SagaStep.CLOSED, Ending.REJECTED, reason, 0, null, null, false, null);
    return new Decision(dead, List.of(), true);
  }

  public static Decision decide(Checkout state, SagaReply reply, Deal deal, Instant now) {
    Turn turn = new Turn(state, deal, now);
    return switch (reply) {
      case StockHeld() -> StockReplies.held(turn);
      case StockRefused(var reason) -> StockReplies.refused(turn, reason);
      case HoldExpired() -> StockReplies.holdExpired(turn);
      case StockDeducted() -> StockReplies.deducted(turn);
      case DeductionRefused(var reason) -> StockReplies.deductionRefused(turn, reason);
      case StockReleased() -> StockReplies.released(turn);
      case StockRestocked(var id) ->
          id.equals(deal.restockId()) ? StockReplies.restocked(turn) : turn.already();
      case PaymentOpened() -> PaymentReplies.opened(turn);
      case PaymentUnclear() -> PaymentReplies.unclear(turn);
      case PaymentTaken() -> PaymentReplies.taken(turn);
      case PaymentDeclined(_) -> PaymentReplies.declined(turn);
      case PaymentVoided() -> PaymentReplies.voided(turn);
      case RefundDone(var id) ->
          deal.isRefund(id, state.timesRefused()) ? PaymentReplies.refunded(turn) : turn.already();
      case NothingToRefund(var id) ->
          id.equals(deal.refundId(state.timesRefused()))
              ? PaymentReplies.refunded(turn)
              : turn.already();
      case RefundFailed(var id, _) ->
          id.equals(deal.refundId(state.timesRefused()))
              ? PaymentReplies.refundFailed(turn)
              : turn.already();
      case CancelAsked(var reason) -> Interventions.cancel(turn, reason);
      case DeadlinePassed() -> Interventions.deadline(turn);
    };
  }

  /// What the sweeper finds due: the command is sent again, or patience is over.
  public static Decision wake(Checkout state, Deal deal, Instant now) {
    if (state.nextActionAt() == null || now.isBefore(state.nextActionAt())) {
      return Decision.already(state);
    }
    return state.overdue(now)
        ? decide(state, new DeadlinePassed(), deal, now)
        : new Turn(state, deal, now).askAgain();
  }

  /// A person has looked at a stuck order: the step starts anew. A refused refund is asked for
  /// under a new id; one that was not answered under the same, since it may have been carried out.
  public static Decision resume(Checkout state, Deal deal, Instant now) {
    Turn turn = new Turn(state, deal, now);
    return state.stuck() ? turn.enter(state.step()) : turn.already();
  }

  /// A person vouches for what a stuck step waits for, having done it by hand; the saga goes on
  /// from there, with what is still to be undone.
  public static Decision vouch(Checkout state, Deal deal, Instant now) {
    return state.stuck()
        ? decide(state, Interventions.vouchedFor(state.step(), deal), deal, now)
        : Decision.already(state);
  }

  /// One decision in the making.
  record Turn(Checkout state, Deal deal, Instant now) {

    SagaStep step() {
      return state.step();
    }

    Decision already() {
      return Decision.already(state);
    }

    /// Goes to a step and asks what it asks.
    ///
    /// @param first asked before, to undo what came earlier
    Decision enter(SagaStep next, Ask... first) {
      Checkout entered = state.enter(next, deal, now);
      List<Ask> asks = new ArrayList<>(List.of(first));
      asks.add(next.ask());
      return new Decision(entered, Ask.all(asks, entered, deal), true);
    }

    /// The order dies; what a death already has as its reason stays.
    Turn dying(Ending how, String why) {
      return state.dead() ? this : new Turn(state.dying(how, why), deal, now);
    }

    /// Nothing changes, but something undone is undone once more.
    Decision undoAgain(Ask undo) {
      return new Decision(state, Ask.all(List.of(undo), state, deal), true);
    }

    Decision askAgain() {
      Checkout asked = state.askedAgain(now);
      return new Decision(asked, Ask.all(List.of(asked.step().ask()), asked, deal), true);
    }

    /// Refused for good under this id, which nothing can be expected of any more.
    Decision refused() {
      return new Decision(state.refused(), List.of(), true);
    }

    Decision stuck() {
      return state.stuck() ? already() : new Decision(state.asStuck(), List.of(), true);
    }
  }
}
