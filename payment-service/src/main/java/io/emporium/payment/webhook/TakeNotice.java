package io.emporium.payment.webhook;

import io.emporium.events.Money;
import io.emporium.kit.context.Cause;
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
import org.springframework.stereotype.Component;

/// Stores a notification, then applies it. Duplicates end at its id; what comes late meets a
/// payment that has moved on, and changes nothing.
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

  void handle(Notice notice) {
    if (!events.insert(received(notice)) && isSettled(notice.eventId())) {
      return;
    }
    State state = apply(notice);
    var unused =
        events.update(
            new Document("_id", notice.eventId()),
            new Document("$set", new Document("state", state.name())));
  }

  private boolean isSettled(String eventId) {
    return events.find(eventId).filter(event -> event.state() != State.RECEIVED).isPresent();
  }

  private ProviderEvent received(Notice notice) {
    String reference = null;
    Money amount = null;
    if (notice.news() instanceof News.Charged charged) {
      reference = charged.reference();
      amount = charged.amount();
    }
    return new ProviderEvent(
        notice.eventId(),
        notice.provider(),
        notice.type(),
        State.RECEIVED,
        notice.paymentId(),
        reference,
        amount,
        timing.now(),
        notice.payload());
  }

  private State apply(Notice notice) {
    Optional<Payment> payment =
        notice.paymentId() == null
            ? Optional.empty()
            : payments.find(Scope.platform(), notice.paymentId());
    if (payment.isEmpty()) {
      return notice.news() instanceof News.Charged ? State.ORPHAN : State.IGNORED;
    }
    Cause cause = new Cause(payment.get().correlationId(), Cause.SYSTEM, null, null);
    return ScopedValue.where(Cause.CURRENT, cause).call(() -> tell(payment.get(), notice));
  }

  private State tell(Payment payment, Notice notice) {
    if (notice.news() instanceof News.Other) {
      return State.IGNORED;
    }
    Payment told = payments.change(Scope.platform(), payment.id(), found -> take(found, notice));
    if (told.isDue(timing.now())) {
      errands.soon(told.id());
    }
    return State.APPLIED;
  }

  private Outcome take(Payment payment, Notice notice) {
    return switch (notice.news()) {
      case News.Charged(var reference, var amount) ->
          payment.settle(
              notice.attempt(),
              new GatewayAnswer.Approved(notice.provider(), reference, amount),
              timing.plan());
      case News.Declined(var code) ->
          payment.settle(notice.attempt(), new GatewayAnswer.Declined(code), timing.plan());
      case News.CustomerDone() -> payment.askSoon(timing.now());
      case News.Refunded(var refundId, var reference) ->
          payment.settleRefund(refundId, new RefundAnswer.Refunded(reference), timing.plan());
      case News.Other() -> Outcome.ALREADY;
    };
  }
}
