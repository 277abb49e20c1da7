package io.emporium.payment.payment.gateway;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Refund;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import io.emporium.payment.payment.RefundAnswer;
import io.emporium.payment.payment.RefundOrder;
import java.util.Optional;

/// Giving back what a payment intent has taken.
final class StripeRefunds {

  private static final long MOST_REFUNDS = 100L;

  private final StripeClient client;

  StripeRefunds(StripeClient client) {
    this.client = client;
  }

  RefundAnswer refund(RefundOrder order) {
    try {
      return refundOrAsk(order);
    } catch (StripeException e) {
      return StripeAnswers.ofRefund(e);
    } catch (ArithmeticException e) {
      return new RefundAnswer.Declined(ProviderMoney.NOT_EXPRESSIBLE);
    }
  }

  private RefundAnswer refundOrAsk(RefundOrder order) throws StripeException {
    String reference = order.refund().reference();
    if (reference != null) {
      return StripeAnswers.of(client.v1().refunds().retrieve(reference));
    }
    if (order.refund().asks() > 0) {
      Optional<Refund> known = find(order);
      if (known.isPresent()) {
        return StripeAnswers.of(known.get());
      }
    }
    try {
      return StripeAnswers.of(create(order, order.key()));
    } catch (StripeException e) {
      // The list is complete and lacks it, and the key is used up by a failure.
      if (order.refund().asks() > 0 && StripeAnswers.isReplayedFailure(e)) {
        return StripeAnswers.of(create(order, order.key() + ":" + order.refund().asks()));
      }
      throw e;
    }
  }

  private Refund create(RefundOrder order, String key) throws StripeException {
    var params =
        RefundCreateParams.builder()
            .setPaymentIntent(order.chargeReference())
            .setAmount(ProviderMoney.stripeAmount(order.refund().amount()))
            .putMetadata("orderId", order.orderId())
            .putMetadata("paymentId", order.paymentId())
            .putMetadata("refundId", order.refund().id())
            .build();
    return client.v1().refunds().create(params, StripeAnswers.once(key));
  }

  private Optional<Refund> find(RefundOrder order) throws StripeException {
    var params =
        RefundListParams.builder()
            .setPaymentIntent(order.chargeReference())
            .setLimit(MOST_REFUNDS)
            .build();
    return client.v1().refunds().list(params).getData().stream()
        .filter(
            refund ->
                refund.getMetadata() != null
                    && order.refund().id().equals(refund.getMetadata().get("refundId")))
        .findFirst();
  }
}
