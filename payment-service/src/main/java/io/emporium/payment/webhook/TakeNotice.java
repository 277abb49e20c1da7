package io.emporium.payment.webhook;

import io.emporium.kit.context.Cause;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.store.SharedStore;
import io.emporium.kit.tenancy.Scope;
import io.emporium.payment.payment.Errands;
import io.emporium.payment.payment.GatewayAnswer;
import io.emporium.payment.payment.Payment;
import io.emporium.payment.payment.RefundAnswer;
import io.emporium.payment.payment.Timing;
import io.emporium.payment.webhook.Notice.News;
import io.emporium.payment.webhook.ProviderEvent.State;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Stores a notification, then applies it. Duplicates end at its id; what comes late meets a
/// payment that has moved on, and changes nothing. Of a notification and an answer that race, the
/// first to write the payment decides; the other finds it decided.
@Component
class TakeNotice {

  private final SharedStore<ProviderEvent> events;
  private final AggregateStore<Payment> payments;
  private final Errands errands;
  private final Timing timing;

  TakeNotice(
      SharedStore<ProviderEvent> events,
      AggregateStore<Payment> payments,
      Errands errands,
      Timing timing) {
    this.events = events;
    this.payments = payments;
    this.errands = errands;
    this.timing = timing;
  }

  /// @throws Refusal `not_as_asked` when it tells of money that nobody asked for: it is kept as an
  ///   orphan, and the payment is left as it is
  void handle(Notice notice) {
    Payment payment = payment(notice).orElse(null);
    State state = judge(notice, payment);
    if (!events.insert(ProviderEvents.of(notice, payment, state, timing.now()))
        && isSettled(notice.eventId())) {
      return;
    }
    switch (state) {
      case IGNORED, APPLIED -> {}
      case ORPHAN -> throw Refusal.rule("not_as_asked", "It tells of money that was not asked for");
      case RECEIVED -> apply(notice, payment);
    }
  }

  private boolean isSettled(String eventId) {
    return events.find(eventId).filter(event -> event.state() != State.RECEIVED).isPresent();
  }

  private Optional<Payment> payment(Notice notice) {
    if (notice.news() instanceof News.Other) {
      return Optional.empty();
    }
    if (notice.news() instanceof News.Disputed disputed) {
      return payments.findOne(
          Scope.platform(), new Document("providerReference", disputed.reference()));
    }
    return notice.paymentId() == null
        ? Optional.empty()
        : payments.find(Scope.platform(), notice.paymentId());
  }

  /// What is to become of it. Where the payment already is as it says, nothing is left to apply.
  private State judge(Notice notice, @Nullable Payment payment) {
    if (notice.news() instanceof News.Other) {
      return State.IGNORED;
    }
    if (payment == null
        || isOfAnotherOrder(notice, payment)
        || isNotAsAsked(notice.news(), payment)) {
      return tellsOfMoney(notice.news()) ? State.ORPHAN : State.IGNORED;
    }
    // Tried on this copy, which is not used any further. A payment never moves back, so what is
    // known now stays known.
    return take(payment, notice) == Outcome.ALREADY ? State.APPLIED : State.RECEIVED;
  }

  private static boolean isOfAnotherOrder(Notice notice, Payment payment) {
    return notice.orderId() != null && !notice.orderId().equals(payment.orderId());
  }

  private static boolean tellsOfMoney(News news) {
    return news instanceof News.Charged || news instanceof News.Reserved;
  }

  private static boolean isNotAsAsked(News news, Payment payment) {
    return switch (news) {
      case News.Charged(_, var amount) -> !payment.expects(amount);
      case News.Reserved(_, var amount) -> !amount.equals(payment.amountIfKnown());
      case News.Declined _, News.CustomerDone _, News.Refunded _, News.Disputed _, News.Other _ ->
          false;
    };
  }

  private void apply(Notice notice, @Nullable Payment seen) {
    if (seen != null) {
      Cause cause = new Cause(seen.correlationId(), Cause.SYSTEM, null, null);
      ScopedValue.where(Cause.CURRENT, cause).run(() -> tell(seen.id(), notice));
    }
    var unused =
        events.update(
            new Document("_id", notice.eventId()),
            new Document("$set", new Document("state", State.APPLIED.name())));
  }

  private void tell(String paymentId, Notice notice) {
    Payment told = payments.change(Scope.platform(), paymentId, payment -> take(payment, notice));
    if (told.isDue(timing.now())) {
      errands.soon(told.id());
    }
  }

  private Outcome take(Payment payment, Notice notice) {
    return switch (notice.news()) {
      case News.Charged(var reference, var amount) ->
          payment.settle(
              notice.attempt(),
              new GatewayAnswer.Approved(notice.provider(), reference, amount),
              timing.plan());
      case News.Reserved(var reference, var amount) ->
          payment.settle(
              notice.attempt(),
              new GatewayAnswer.Authorized(notice.provider(), reference, amount),
              timing.plan());
      case News.Declined(var code) ->
          payment.settle(notice.attempt(), new GatewayAnswer.Declined(code), timing.plan());
      case News.CustomerDone() -> payment.askSoon(timing.now());
      case News.Refunded(var refundId, var reference) ->
          payment.settleRefund(refundId, new RefundAnswer.Refunded(reference), timing.plan());
      case News.Disputed(var disputeId, _, var amount) ->
          payment.dispute(disputeId, amount, timing.now());
      case News.Other() -> Outcome.ALREADY;
    };
  }
}
