package io.emporium.payment.payment.gateway;

import com.stripe.StripeClient;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentCaptureParams;
import io.emporium.payment.payment.CaptureAnswer;
import io.emporium.payment.payment.CaptureOrder;
import io.emporium.payment.payment.RefundAnswer;
import io.emporium.payment.payment.RefundOrder;

/// Taking what a payment intent has reserved, or giving it free.
final class StripeCaptures {

  private final StripeClient client;

  StripeCaptures(StripeClient client) {
    this.client = client;
  }

  CaptureAnswer capture(CaptureOrder order) {
    try {
      if (order.capture().asks() > 0) {
        PaymentIntent intent = look(order.authorization());
        if (!isReserved(intent)) {
          return StripeAnswers.ofCapture(intent);
        }
      }
      return StripeAnswers.ofCapture(take(order));
    } catch (InvalidRequestException e) {
      return StripeAnswers.isBusy(e) ? silence(e) : afterRefusal(order, e);
    } catch (StripeException e) {
      return silence(e);
    } catch (ArithmeticException e) {
      return new CaptureAnswer.Declined(ProviderMoney.NOT_EXPRESSIBLE);
    }
  }

  private PaymentIntent take(CaptureOrder order) throws StripeException {
    var params =
        PaymentIntentCaptureParams.builder()
            .setAmountToCapture(ProviderMoney.stripeAmount(order.capture().amount()))
            .build();
    // A key is used up by Stripe's own failure; that nothing was taken was looked up before.
    int asks = order.capture().asks();
    String key = asks == 0 ? order.key() : order.key() + ":" + asks;
    return client
        .v1()
        .paymentIntents()
        .capture(order.authorization(), params, StripeAnswers.once(key));
  }

  // It was taken or withdrawn before, by us or by a person at Stripe's.
  private CaptureAnswer afterRefusal(CaptureOrder order, InvalidRequestException refusal) {
    try {
      PaymentIntent intent = look(order.authorization());
      return isReserved(intent)
          ? new CaptureAnswer.Declined(StripeAnswers.code(refusal))
          : StripeAnswers.ofCapture(intent);
    } catch (StripeException e) {
      return silence(e);
    }
  }

  RefundAnswer release(RefundOrder order) {
    String intent = order.chargeReference();
    try {
      PaymentIntent found = look(intent);
      return StripeAnswers.ofRelease(
          isReserved(found)
              ? client.v1().paymentIntents().cancel(intent, StripeAnswers.once(order.releaseKey()))
              : found);
    } catch (InvalidRequestException e) {
      return StripeAnswers.isBusy(e) ? notHeard(e) : afterRefusal(intent, e);
    } catch (StripeException e) {
      return notHeard(e);
    }
  }

  // It was taken or withdrawn meanwhile, or Stripe does not want to.
  private RefundAnswer afterRefusal(String intent, InvalidRequestException refusal) {
    try {
      PaymentIntent found = look(intent);
      return isReserved(found)
          ? new RefundAnswer.Declined(StripeAnswers.code(refusal))
          : StripeAnswers.ofRelease(found);
    } catch (StripeException e) {
      return notHeard(e);
    }
  }

  private static RefundAnswer notHeard(StripeException e) {
    return new RefundAnswer.NoAnswer(StripeAnswers.message(e), null);
  }

  private PaymentIntent look(String intent) throws StripeException {
    return client.v1().paymentIntents().retrieve(intent);
  }

  private static boolean isReserved(PaymentIntent intent) {
    return intent.getStatus().equals("requires_capture");
  }

  private static CaptureAnswer silence(StripeException e) {
    return new CaptureAnswer.NoAnswer(StripeAnswers.message(e));
  }
}
