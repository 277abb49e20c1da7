package io.emporium.sales.order.messaging;

import io.emporium.events.Envelope;
import io.emporium.kit.tenancy.Scope;
import io.emporium.sales.checkout.SagaReply;
import io.emporium.sales.order.SteerOrder;

/// Passes a reply on to the order it is about, within the tenant that the message belongs to.
record Replies(SteerOrder steer) {

  void pass(Envelope<?> envelope, String orderId, SagaReply reply) {
    String companyId = envelope.companyid();
    if (companyId == null) {
      throw new IllegalArgumentException(envelope.type() + " names no company");
    }
    steer.reply(Scope.company(companyId), orderId, reply);
  }
}
