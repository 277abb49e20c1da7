package io.emporium.sales.order.messaging;

import io.emporium.events.Envelope;
import io.emporium.kit.tenancy.Scope;
import io.emporium.sales.checkout.SagaReply;
import io.emporium.sales.order.SteerOrder;

/// Passes a reply on to the order it is about, within the tenant that the message belongs to.
record Replies(SteerOrder steer) {

  void pass(Envelope<?> envelope, String orderId, SagaReply reply) {
    steer.reply(company(envelope), orderId, reply);
  }

  static Scope company(Envelope<?> envelope) {
    if (envelope.companyid() == null) {
      throw new IllegalArgumentException(envelope.type() + " names no company");
    }
    return Scope.company(envelope.companyid());
  }
}
