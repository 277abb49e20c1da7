package io.emporium.payment.payment.gateway;

import com.paypal.core.PayPalHttpClient;
import com.paypal.payments.AuthorizationsCaptureRequest;
import com.paypal.payments.AuthorizationsVoidRequest;
import com.paypal.payments.CaptureRequest;
import com.paypal.payments.CapturesRefundRequest;
import com.paypal.payments.Money;
import com.paypal.payments.Refund;
import com.paypal.payments.RefundRequest;
import com.paypal.payments.RefundsGetRequest;
import io.emporium.payment.payment.CaptureAnswer;
import io.emporium.payment.payment.CaptureOrder;
import io.emporium.payment.payment.RefundAnswer;
import io.emporium.payment.payment.RefundOrder;
import java.io.IOException;

/// What happens to money after an order was approved: taken from its authorization, given free,
/// given back.
final class PayPalPayments {

  private static final String REQUEST_ID = "PayPal-Request-Id";
  private static final String WHOLE = "return=representation";

  private final PayPalHttpClient client;

  PayPalPayments(PayPalHttpClient client) {
    this.client = client;
  }

  /// However often: under the same request id PayPal gives its first answer again.
  CaptureAnswer capture(CaptureOrder order) {
    CaptureRequest body = new CaptureRequest().invoiceId(order.key()).finalCapture(true);
    try {
      body.amount(money(order.capture().amount()));
    } catch (ArithmeticException e) {
      return new CaptureAnswer.Declined(ProviderMoney.NOT_EXPRESSIBLE);
    }
    AuthorizationsCaptureRequest request =
        new AuthorizationsCaptureRequest(order.authorization())
            .prefer(WHOLE)
            .payPalRequestId(order.key())
            .requestBody(body);
    try {
      return PayPalAnswers.ofCapture(client.execute(request).result());
    } catch (IOException e) {
      return PayPalAnswers.ofCapture(e);
    }
  }

  RefundAnswer release(RefundOrder order) {
    try {
      free(order.chargeReference(), order.releaseKey());
      return new RefundAnswer.Refunded(order.chargeReference());
    } catch (IOException e) {
      return PayPalAnswers.ofRelease(e, order.chargeReference());
    }
  }

  void free(String authorization, String key) throws IOException {
    AuthorizationsVoidRequest request = new AuthorizationsVoidRequest(authorization);
    request.header(REQUEST_ID, key);
    var unused = client.execute(request);
  }

  RefundAnswer refund(RefundOrder order) {
    try {
      String reference = order.refund().reference();
      return PayPalAnswers.of(
          reference == null
              ? create(order)
              : client.execute(new RefundsGetRequest(reference)).result());
    } catch (IOException e) {
      return PayPalAnswers.ofRefund(e);
    } catch (ArithmeticException e) {
      return new RefundAnswer.Declined(ProviderMoney.NOT_EXPRESSIBLE);
    }
  }

  private Refund create(RefundOrder order) throws IOException {
    RefundRequest body =
        new RefundRequest().amount(money(order.refund().amount())).invoiceId(order.key());
    CapturesRefundRequest request =
        new CapturesRefundRequest(order.chargeReference())
            .prefer(WHOLE)
            .payPalRequestId(order.key())
            .requestBody(body);
    return client.execute(request).result();
  }

  private static Money money(io.emporium.events.Money amount) {
    return new Money()
        .currencyCode(amount.currency().getCurrencyCode())
        .value(ProviderMoney.payPalValue(amount));
  }
}
