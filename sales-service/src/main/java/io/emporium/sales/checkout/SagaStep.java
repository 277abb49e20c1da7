package io.emporium.sales.checkout;

import io.emporium.sales.checkout.SagaReply.DeductionRefused;
import io.emporium.sales.checkout.SagaReply.PaymentDeclined;
import io.emporium.sales.checkout.SagaReply.PaymentOpened;
import io.emporium.sales.checkout.SagaReply.PaymentTaken;
import io.emporium.sales.checkout.SagaReply.PaymentVoided;
import io.emporium.sales.checkout.SagaReply.RefundDone;
import io.emporium.sales.checkout.SagaReply.RefundFailed;
import io.emporium.sales.checkout.SagaReply.StockDeducted;
import io.emporium.sales.checkout.SagaReply.StockHeld;
import io.emporium.sales.checkout.SagaReply.StockRefused;
import io.emporium.sales.checkout.SagaReply.StockReleased;
import io.emporium.sales.checkout.SagaReply.StockRestocked;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where an order stands between stock and money. A step is five facts side by side: what is asked,
/// the answer that leads on, the answer that turns back, what undoes it, and how long it may take.
/// Stock is held before money is touched; once the money is taken there is only forward, or back by
/// a refund.
public enum SagaStep {
  HOLDING_STOCK(Ask.RESERVE, StockHeld.class, StockRefused.class, Ask.RELEASE, Minutes.HOLD),
  /// The money came before the news of the hold.
  HOLDING_PAID(Ask.RESERVE, StockHeld.class, StockRefused.class, Ask.REFUND, Minutes.HOLD),
  OPENING_PAYMENT(
      Ask.OPEN_PAYMENT, PaymentOpened.class, PaymentDeclined.class, Ask.VOID, Minutes.OF_THE_DEAL),
  /// Nothing to ask: it is the customer's turn.
  AWAITING_PAYMENT(
      Ask.NOTHING, PaymentTaken.class, PaymentDeclined.class, Ask.VOID, Minutes.OF_THE_DEAL),
  /// Time is over, yet the customer may just have paid: payment-service says which.
  EXPIRING(Ask.VOID, PaymentVoided.class, PaymentTaken.class, Ask.RELEASE, Minutes.ANSWER),
  DEDUCTING(Ask.DEDUCT, StockDeducted.class, DeductionRefused.class, Ask.REFUND, Minutes.ANSWER),
  /// Paid and deducted.
  DONE(Ask.NOTHING, null, null, Ask.REFUND, Minutes.NONE),

  /// Dead; the payment is being closed. The release has been sent already.
  VOIDING(Ask.VOID, PaymentVoided.class, PaymentTaken.class, Ask.NOTHING, Minutes.ANSWER),
  /// Dead and unpaid; the stock is being freed.
  RELEASING(Ask.RELEASE, StockReleased.class, null, Ask.NOTHING, Minutes.ANSWER),
  /// Dead, unpaid, nothing held.
  CLOSED(Ask.NOTHING, null, null, Ask.NOTHING, Minutes.NONE),

  /// Dead but paid; at most a hold is to be given back afterwards.
  REFUNDING(Ask.REFUND, RefundDone.class, RefundFailed.class, Ask.NOTHING, Minutes.REFUND),
  /// Refunded; the stock is being freed.
  RETURNING_HOLD(Ask.RELEASE, StockReleased.class, null, Ask.NOTHING, Minutes.ANSWER),
  /// Called off while the deduction was under way, which nobody can call back.
  REFUNDING_UNSETTLED(
      Ask.REFUND, RefundDone.class, RefundFailed.class, Ask.NOTHING, Minutes.REFUND),
  /// Refunded; what came of the deduction must be known before it can be undone.
  SETTLING(Ask.DEDUCT, StockDeducted.class, DeductionRefused.class, Ask.RESTOCK, Minutes.ANSWER),
  /// Called off after the deduction.
  REFUNDING_SALE(Ask.REFUND, RefundDone.class, RefundFailed.class, Ask.NOTHING, Minutes.REFUND),
  /// Refunded; deducted units are on their way back.
  RESTOCKING(Ask.RESTOCK, StockRestocked.class, null, Ask.NOTHING, Minutes.ANSWER),
  /// Dead, refunded, nothing held or deducted.
  REFUNDED(Ask.NOTHING, null, null, Ask.NOTHING, Minutes.NONE);

  private final Ask ask;
  private final @Nullable Class<? extends SagaReply> success;
  private final @Nullable Class<? extends SagaReply> refusal;
  private final Ask undo;
  private final long patienceMinutes;

  SagaStep(
      Ask ask,
      @Nullable Class<? extends SagaReply> success,
      @Nullable Class<? extends SagaReply> refusal,
      Ask undo,
      long patienceMinutes) {
    this.ask = ask;
    this.success = success;
    this.refusal = refusal;
    this.undo = undo;
    this.patienceMinutes = patienceMinutes;
  }

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Ask ask() {
    return ask;
  }

  public @Nullable Class<? extends SagaReply> success() {
    return success;
  }

  public @Nullable Class<? extends SagaReply> refusal() {
    return refusal;
  }

  public Ask undo() {
    return undo;
  }

  /// Nothing is awaited any longer.
  public boolean ended() {
    return patienceMinutes == Minutes.NONE;
  }

  /// How long the step may take; the payment window where it is the customer who takes it.
  Duration patience(Deal deal) {
    return patienceMinutes == Minutes.OF_THE_DEAL
        ? deal.paymentWindow()
        : Duration.ofMinutes(patienceMinutes);
  }

  /// An enum's constants cannot name its own static fields.
  private static final class Minutes {
    static final long NONE = 0;
    static final long HOLD = 2;
    static final long ANSWER = 10;
    static final long REFUND = 60;
    static final long OF_THE_DEAL = -1;

    private Minutes() {}
  }
}
