package io.emporium.payment.payment.gateway;

import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.StripeError;
import com.stripe.net.RequestOptions;
import io.emporium.payment.payment.CaptureAnswer;
import io.emporium.payment.payment.GatewayAnswer;
import io.emporium.payment.payment.Provider;
import io.emporium.payment.payment.RefundAnswer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What Stripe's words mean.
final class StripeAnswers {

  private static final int CONFLICT = 409;

  private StripeAnswers() {}

  static GatewayAnswer of(PaymentIntent intent) {
    return switch (intent.getStatus()) {
      case "succeeded" ->
          new GatewayAnswer.Approved(
              Provider.STRIPE,
              intent.getId(),
              ProviderMoney.stripe(intent.getAmountReceived(), intent.getCurrency()));
      case "requires_capture" ->
          new GatewayAnswer.Authorized(
              Provider.STRIPE,
              intent.getId(),
              ProviderMoney.stripe(intent.getAmountCapturable(), intent.getCurrency()));
      case "requires_action" -> new GatewayAnswer.RequiresAction(intent.getId(), url(intent));
      case "requires_payment_method" ->
          new GatewayAnswer.Declined(code(intent.getLastPaymentError()));
      case "canceled" -> new GatewayAnswer.Cancelled();
      case String status -> GatewayAnswer.NoAnswer.undecided(status);
    };
  }

  static GatewayAnswer of(StripeException e) {
    if (isBusy(e)) {
      return GatewayAnswer.NoAnswer.undecided("the same call is still under way");
    }
    return switch (e) {
      case CardException declined ->
          new GatewayAnswer.Declined(
              either(declined.getDeclineCode(), either(e.getCode(), "declined")));
      case IdempotencyException _ -> new GatewayAnswer.NoAnswer(message(e));
      case InvalidRequestException _ -> new GatewayAnswer.Refused(either(e.getCode(), "invalid"));
      default -> new GatewayAnswer.NoAnswer(message(e));
    };
  }

  static RefundAnswer of(Refund refund) {
    return switch (refund.getStatus()) {
      case "succeeded" -> new RefundAnswer.Refunded(refund.getId());
      case "failed", "canceled" ->
          new RefundAnswer.Declined(either(refund.getFailureReason(), refund.getStatus()));
      case String status -> new RefundAnswer.NoAnswer(status, refund.getId());
    };
  }

  static RefundAnswer ofRefund(StripeException e) {
    boolean definite = e instanceof InvalidRequestException && !isBusy(e);
    return definite
        ? new RefundAnswer.Declined(either(e.getCode(), "invalid"))
        : new RefundAnswer.NoAnswer(message(e), null);
  }

  /// What became of reserved money that somebody wanted to take.
  static CaptureAnswer ofCapture(PaymentIntent intent) {
    return switch (intent.getStatus()) {
      case "succeeded" ->
          new CaptureAnswer.Captured(
              intent.getId(),
              ProviderMoney.stripe(intent.getAmountReceived(), intent.getCurrency()));
      case "canceled" -> new CaptureAnswer.Declined("authorization_lapsed");
      case String status -> new CaptureAnswer.NoAnswer(status);
    };
  }

  /// What became of reserved money that was to be given free.
  static RefundAnswer ofRelease(PaymentIntent intent) {
    return switch (intent.getStatus()) {
      case "canceled" -> new RefundAnswer.Refunded(intent.getId());
      case "succeeded" ->
          new RefundAnswer.Taken(
              intent.getId(),
              ProviderMoney.stripe(intent.getAmountReceived(), intent.getCurrency()));
      case String status -> new RefundAnswer.NoAnswer(status, null);
    };
  }

  /// Whether the same call is still under way, so that nothing is said about it yet.
  static boolean isBusy(StripeException e) {
    return Integer.valueOf(CONFLICT).equals(e.getStatusCode());
  }

  static String code(StripeException e) {
    return either(e.getCode(), "invalid");
  }

  static RequestOptions once(String key) {
    return RequestOptions.builder().setIdempotencyKey(key).build();
  }

  /// Whether Stripe repeats its own failure: the call under this key has come to its end.
  static boolean isReplayedFailure(StripeException e) {
    return e.getStatusCode() != null
        && e.getStatusCode() >= 500
        && Optional.ofNullable(e.getStripeError())
            .map(StripeError::getLastResponse)
            .flatMap(response -> response.headers().firstValue("Idempotent-Replayed"))
            .filter("true"::equals)
            .isPresent();
  }

  private static String url(PaymentIntent intent) {
    return Optional.ofNullable(intent.getNextAction())
        .map(PaymentIntent.NextAction::getRedirectToUrl)
        .map(PaymentIntent.NextAction.RedirectToUrl::getUrl)
        .orElse("");
  }

  private static String code(@Nullable StripeError error) {
    return error == null
        ? "declined"
        : either(error.getDeclineCode(), either(error.getCode(), "declined"));
  }

  static String message(StripeException e) {
    return e.getClass().getSimpleName() + " " + either(e.getCode(), "");
  }

  private static String either(@Nullable String one, String other) {
    return one == null || one.isEmpty() ? other : one;
  }
}
