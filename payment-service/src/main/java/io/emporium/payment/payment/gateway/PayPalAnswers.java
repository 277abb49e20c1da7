package io.emporium.payment.payment.gateway;

import com.paypal.http.exceptions.HttpException;
import com.paypal.orders.Capture;
import com.paypal.payments.Refund;
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
      case String status -> new GatewayAnswer.NoAnswer(status);
    };
  }

  static GatewayAnswer of(IOException failure) {
    if (failure instanceof HttpException refused && isAboutUs(refused)) {
      return new GatewayAnswer.NotSent();
    }
    if (!(failure instanceof HttpException e) || isSilence(e)) {
      return new GatewayAnswer.NoAnswer(failure.getClass().getSimpleName());
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
    boolean definite = failure instanceof HttpException e && e.statusCode() == 422 && !busy(e);
    return definite
        ? new RefundAnswer.Declined("refused")
        : new RefundAnswer.NoAnswer(failure.getClass().getSimpleName(), null);
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
