package io.emporium.payment.payment.gateway;

import com.stripe.StripeClient;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentCreateParams.AutomaticPaymentMethods;
import com.stripe.param.PaymentIntentSearchParams;
import io.emporium.payment.payment.Attempt;
import io.emporium.payment.payment.CaptureAnswer;
import io.emporium.payment.payment.CaptureOrder;
import io.emporium.payment.payment.Charge;
import io.emporium.payment.payment.GatewayAnswer;
import io.emporium.payment.payment.PayRequest;
import io.emporium.payment.payment.Provider;
import io.emporium.payment.payment.RefundAnswer;
import io.emporium.payment.payment.RefundOrder;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stripe, through payment intents that are confirmed as they are created.
final class StripeGateway implements PaymentProvider {

  private static final Logger log = LoggerFactory.getLogger(StripeGateway.class);

  private static final Set<String> SECURED = Set.of("succeeded", "requires_capture");

  private final StripeClient client;
  private final StripeCaptures captures;
  private final StripeRefunds refunds;

  StripeGateway(StripeClient client) {
    this.client = client;
    this.captures = new StripeCaptures(client);
    this.refunds = new StripeRefunds(client);
  }

  @Override
  public Provider provider() {
    return Provider.STRIPE;
  }

  @Override
  public GatewayAnswer charge(Charge charge) {
    if (charge.attempt().request().paymentMethod() == null) {
      return new GatewayAnswer.Refused("payment_method_missing");
    }
    try {
      return StripeAnswers.of(create(charge));
    } catch (AuthenticationException e) {
      log.error("Stripe does not take our key", e);
      return new GatewayAnswer.NotSent();
    } catch (StripeException e) {
      return StripeAnswers.of(e);
    } catch (ArithmeticException e) {
      return new GatewayAnswer.Refused(ProviderMoney.NOT_EXPRESSIBLE);
    }
  }

  @Override
  public GatewayAnswer ask(Charge charge) {
    Optional<PaymentIntent> known;
    try {
      known = find(charge);
    } catch (StripeException e) {
      // Not being able to look says nothing about the charge, whatever the reason.
      return new GatewayAnswer.NoAnswer("cannot look: " + StripeAnswers.message(e));
    }
    if (known.isPresent()) {
      return StripeAnswers.of(known.get());
    }
    return charge.wanted() ? repeat(charge) : unwanted(charge);
  }

  private static GatewayAnswer unwanted(Charge charge) {
    return charge.overdue()
        ? new GatewayAnswer.Cancelled()
        : GatewayAnswer.NoAnswer.undecided("unknown to the provider so far");
  }

  private GatewayAnswer repeat(Charge charge) {
    try {
      return StripeAnswers.of(create(charge));
    } catch (StripeException e) {
      // The key is used up by a failure, and long after it there is still no trace of a charge.
      if (charge.overdue() && StripeAnswers.isReplayedFailure(e)) {
        return new GatewayAnswer.Declined("provider_error");
      }
      return StripeAnswers.of(e);
    }
  }

  @Override
  public GatewayAnswer cancel(Charge charge) {
    try {
      Optional<PaymentIntent> known = find(charge);
      if (known.isEmpty()) {
        return unwanted(charge);
      }
      GatewayAnswer standing = StripeAnswers.of(known.get());
      boolean open =
          standing instanceof GatewayAnswer.RequiresAction
              || standing instanceof GatewayAnswer.Authorized;
      return open
          ? StripeAnswers.of(client.v1().paymentIntents().cancel(known.get().getId()))
          : standing;
    } catch (StripeException e) {
      // Paid meanwhile, say: the next look tells.
      return new GatewayAnswer.NoAnswer("cannot cancel: " + StripeAnswers.message(e));
    }
  }

  private PaymentIntent create(Charge charge) throws StripeException {
    return client
        .v1()
        .paymentIntents()
        .create(params(charge), StripeAnswers.once(charge.attempt().key()));
  }

  // Word for word the same whenever it is repeated: Stripe compares.
  private static PaymentIntentCreateParams params(Charge charge) {
    Attempt attempt = charge.attempt();
    String returnUrl = attempt.request().returnUrl();
    var params =
        PaymentIntentCreateParams.builder()
            .setAmount(ProviderMoney.stripeAmount(charge.amount()))
            .setCurrency(ProviderMoney.stripeCurrency(charge.amount()))
            .setPaymentMethod(attempt.request().paymentMethod())
            .setConfirm(true)
            .setAutomaticPaymentMethods(
                AutomaticPaymentMethods.builder()
                    .setEnabled(true)
                    .setAllowRedirects(
                        returnUrl == null
                            ? AutomaticPaymentMethods.AllowRedirects.NEVER
                            : AutomaticPaymentMethods.AllowRedirects.ALWAYS)
                    .build())
            .putMetadata("orderId", charge.orderId())
            .putMetadata("paymentId", charge.paymentId())
            .putMetadata("attempt", Integer.toString(attempt.number()))
            .putMetadata("companyId", Objects.requireNonNullElse(charge.companyId(), ""));
    PayRequest request = attempt.request();
    if (request.providerCustomer() != null) {
      params.setCustomer(request.providerCustomer());
    }
    if (request.save()) {
      params.setSetupFutureUsage(PaymentIntentCreateParams.SetupFutureUsage.OFF_SESSION);
    }
    if (returnUrl != null) {
      params.setReturnUrl(returnUrl);
    }
    if (charge.captureLater()) {
      params.setCaptureMethod(PaymentIntentCreateParams.CaptureMethod.MANUAL);
    }
    return params.build();
  }

  private Optional<PaymentIntent> find(Charge charge) throws StripeException {
    Attempt attempt = charge.attempt();
    if (attempt.reference() != null) {
      return Optional.of(client.v1().paymentIntents().retrieve(attempt.reference()));
    }
    String query =
        "metadata['paymentId']:'%s' AND metadata['attempt']:'%d'"
            .formatted(charge.paymentId().replaceAll("['\\\\]", ""), attempt.number());
    List<PaymentIntent> found =
        client
            .v1()
            .paymentIntents()
            .search(PaymentIntentSearchParams.builder().setQuery(query).build())
            .getData();
    return found.stream()
        .filter(intent -> SECURED.contains(intent.getStatus()))
        .findFirst()
        .or(() -> found.stream().findFirst());
  }

  @Override
  public CaptureAnswer capture(CaptureOrder order) {
    return captures.capture(order);
  }

  @Override
  public RefundAnswer refund(RefundOrder order) {
    return refunds.refund(order);
  }

  @Override
  public RefundAnswer release(RefundOrder order) {
    return captures.release(order);
  }
}
