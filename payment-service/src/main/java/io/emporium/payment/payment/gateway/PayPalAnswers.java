package io.emporium.payment.payment.gateway;

import com.paypal.http.exceptions.HttpException;
import com.paypal.orders.Authorization;
import com.paypal.orders.Capture;
import com.paypal.payments.Refund;
import io.emporium.payment.payment.CaptureAnswer;
import io.emporium.payment.payment.GatewayAnswer;
import io.emporium.payment.payment.Provider;
import io.emporium.payment.payment.RefundAnswer;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What PayPal's words mean.
final class PayPalAnswers {

  private static final int TOO_MANY = 429;
  private static final List<String> DECLINES =
      List.of("INSTRUMENT_DECLINED", "PAYER_CANNOT_PAY", "TRANSACTION_REFUSED");

  private PayPalAnswers() {}

  static GatewayAnswer of(Capture capture) {
    return switch (capture.status()) {
      case "COMPLETED", "PARTIALLY_REFUNDED", "REFUNDED" ->
          new GatewayAnswer.Approved(
              Provider.PAYPAL,
              capture.id(),
              ProviderMoney.payPal(capture.amount().value(), capture.amount().currencyCode()));
      case "DECLINED", "FAILED" -> new GatewayAnswer.Declined("declined");
      case String status -> GatewayAnswer.NoAnswer.undecided(status);
    };
  }

  static GatewayAnswer of(Authorization reserved) {
    return switch (reserved.status()) {
      case "CREATED" ->
          new GatewayAnswer.Authorized(
              Provider.PAYPAL,
              reserved.id(),
              ProviderMoney.payPal(reserved.amount().value(), reserved.amount().currencyCode()));
      case "DENIED" -> new GatewayAnswer.Declined("declined");
      case "VOIDED", "EXPIRED" -> new GatewayAnswer.Cancelled();
      case String status -> GatewayAnswer.NoAnswer.undecided(status);
    };
  }

  static CaptureAnswer ofCapture(com.paypal.payments.Capture capture) {
    return switch (capture.status()) {
      case "COMPLETED", "PARTIALLY_REFUNDED", "REFUNDED" ->
          new CaptureAnswer.Captured(
              capture.id(),
              ProviderMoney.payPal(capture.amount().value(), capture.amount().currencyCode()));
      case "DECLINED", "FAILED" -> new CaptureAnswer.Declined("declined");
      case String status -> new CaptureAnswer.NoAnswer(status);
    };
  }

  static CaptureAnswer ofCapture(IOException failure) {
    // Under another request id, by a person say: its notification tells which capture it was.
    boolean done = failure instanceof HttpException e && names(e, "ALREADY_CAPTURED");
    return isDefinite(failure) && !done
        ? new CaptureAnswer.Declined("refused")
        : new CaptureAnswer.NoAnswer(failure.getClass().getSimpleName());
  }

  static RefundAnswer ofRelease(IOException failure, String authorization) {
    if (failure instanceof HttpException e && names(e, "PREVIOUSLY_VOIDED")) {
      return new RefundAnswer.Refunded(authorization);
    }
    return isDefinite(failure)
        ? new RefundAnswer.Declined("not_releasable")
        : new RefundAnswer.NoAnswer(failure.getClass().getSimpleName(), null);
  }

  static GatewayAnswer of(IOException failure) {
    if (failure instanceof HttpException refused && isAboutUs(refused)) {
      return new GatewayAnswer.NotSent();
    }
    if (!(failure instanceof HttpException e) || isSilence(e)) {
      return new GatewayAnswer.NoAnswer(
          failure.getClass().getSimpleName(), failure instanceof HttpException busy && busy(busy));
    }
    Optional<String> decline = DECLINES.stream().filter(issue -> names(e, issue)).findFirst();
    if (decline.isPresent()) {
      return new GatewayAnswer.Declined(decline.get().toLowerCase(Locale.ROOT));
    }
    return new GatewayAnswer.Refused("invalid");
  }

  static RefundAnswer of(Refund refund) {
    return switch (refund.status()) {
      case "COMPLETED" -> new RefundAnswer.Refunded(refund.id());
      case "CANCELLED", "FAILED" ->
          new RefundAnswer.Declined(refund.status().toLowerCase(Locale.ROOT));
      case String status -> new RefundAnswer.NoAnswer(status, refund.id());
    };
  }

  static RefundAnswer ofRefund(IOException failure) {
    return isDefinite(failure)
        ? new RefundAnswer.Declined("refused")
        : new RefundAnswer.NoAnswer(failure.getClass().getSimpleName(), null);
  }

  private static boolean isDefinite(IOException failure) {
    return failure instanceof HttpException e && e.statusCode() == 422 && !busy(e);
  }

  private static boolean names(HttpException e, String issue) {
    return String.valueOf(e.getMessage()).contains(issue);
  }

  private static boolean isSilence(HttpException e) {
    return e.statusCode() >= 500 || e.statusCode() == TOO_MANY || busy(e);
  }

  private static boolean isAboutUs(HttpException e) {
    return e.statusCode() == 401 || e.statusCode() == 403;
  }

  private static boolean busy(HttpException e) {
    return names(e, "PREVIOUS_REQUEST_IN_PROGRESS");
  }
}
