package io.emporium.sales.order.messaging;

import io.emporium.events.Envelope;
import io.emporium.events.payment.PaymentCaptured;
import io.emporium.events.payment.PaymentFailed;
import io.emporium.events.payment.PaymentInitiated;
import io.emporium.events.payment.PaymentRefundFailed;
import io.emporium.events.payment.PaymentRefunded;
import io.emporium.events.payment.PaymentSucceeded;
import io.emporium.events.payment.PaymentUnknown;
import io.emporium.events.payment.PaymentVoided;
import io.emporium.kit.messaging.Consumes;
import io.emporium.kit.messaging.Handles;
import io.emporium.sales.checkout.SagaReply;
import io.emporium.sales.order.SteerOrder;
import org.springframework.stereotype.Component;

/// What payment-service says to the saga.
@Component
@Consumes(value = "checkout", concurrency = 4)
class PaymentReplyListener {

  private final SteerOrder steer;
  private final Replies replies;

  PaymentReplyListener(SteerOrder steer) {
    this.steer = steer;
    this.replies = new Replies(steer);
  }

  @Handles
  void on(PaymentInitiated event, Envelope<?> envelope) {
    replies.pass(envelope, event.orderId(), new SagaReply.PaymentOpened());
  }

  @Handles
  void on(PaymentSucceeded event, Envelope<?> envelope) {
    replies.pass(envelope, event.orderId(), new SagaReply.PaymentTaken());
  }

  @Handles
  void on(PaymentUnknown event, Envelope<?> envelope) {
    replies.pass(envelope, event.orderId(), new SagaReply.PaymentUnclear());
  }

  @Handles
  void on(PaymentFailed event, Envelope<?> envelope) {
    replies.pass(envelope, event.orderId(), new SagaReply.PaymentDeclined(event.reason()));
  }

  @Handles
  void on(PaymentVoided event, Envelope<?> envelope) {
    replies.pass(envelope, event.orderId(), new SagaReply.PaymentVoided());
  }

  @Handles
  void on(PaymentCaptured event, Envelope<?> envelope) {
    steer.taken(Replies.company(envelope), event.orderId(), event.amount());
  }

  @Handles
  void on(PaymentRefunded event, Envelope<?> envelope) {
    steer.refunded(Replies.company(envelope), event.orderId(), event.refundId(), event.amount());
  }

  @Handles
  void on(PaymentRefundFailed event, Envelope<?> envelope) {
    steer.refundRefused(
        Replies.company(envelope), event.orderId(), event.refundId(), event.reason());
  }
}
