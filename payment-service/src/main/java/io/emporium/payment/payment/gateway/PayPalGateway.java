package io.emporium.payment.payment.gateway;

import com.paypal.core.PayPalHttpClient;
import com.paypal.orders.AmountWithBreakdown;
import com.paypal.orders.ApplicationContext;
import com.paypal.orders.Authorization;
import com.paypal.orders.Capture;
import com.paypal.orders.LinkDescription;
import com.paypal.orders.Order;
import com.paypal.orders.OrderRequest;
import com.paypal.orders.OrdersAuthorizeRequest;
import com.paypal.orders.OrdersCaptureRequest;
import com.paypal.orders.OrdersCreateRequest;
import com.paypal.orders.OrdersGetRequest;
import com.paypal.orders.PurchaseUnitRequest;
import io.emporium.payment.payment.CaptureAnswer;
import io.emporium.payment.payment.CaptureOrder;
import io.emporium.payment.payment.Charge;
import io.emporium.payment.payment.GatewayAnswer;
import io.emporium.payment.payment.Provider;
import io.emporium.payment.payment.RefundAnswer;
import io.emporium.payment.payment.RefundOrder;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// PayPal, through orders that the payer approves there and we capture.
final class PayPalGateway implements PaymentProvider {

  private static final String REQUEST_ID = "PayPal-Request-Id";

  private final PayPalHttpClient client;
  private final PayPalPayments money;

  PayPalGateway(PayPalHttpClient client) {
    this.client = client;
    this.money = new PayPalPayments(client);
  }

  @Override
  public Provider provider() {
    return Provider.PAYPAL;
  }

  @Override
  public GatewayAnswer charge(Charge charge) {
    OrdersCreateRequest creation;
    try {
      creation = creation(charge);
    } catch (ArithmeticException e) {
      return new GatewayAnswer.Refused(ProviderMoney.NOT_EXPRESSIBLE);
    }
    try {
      return standing(client.execute(creation).result());
    } catch (IOException e) {
      return PayPalAnswers.of(e);
    }
  }

  @Override
  public GatewayAnswer ask(Charge charge) {
    String reference = charge.attempt().reference();
    if (reference == null) {
      // Without an order there can be no money; a second order under the key is the first.
      return charge.wanted() ? charge(charge) : new GatewayAnswer.Cancelled();
    }
    Order order;
    try {
      order = get(reference);
    } catch (IOException e) {
      // Not being able to look says nothing about the charge, whatever the reason.
      return new GatewayAnswer.NoAnswer("cannot look");
    }
    return order.status().equals("APPROVED") && charge.wanted()
        ? secure(charge, reference)
        : standing(order);
  }

  /// Only we capture, so an order that is not captured is as good as withdrawn; what it has
  /// reserved is given free. Of a capture that is not decided the money may yet arrive.
  @Override
  public GatewayAnswer cancel(Charge charge) {
    String reference = charge.attempt().reference();
    if (reference == null) {
      return new GatewayAnswer.Cancelled();
    }
    try {
      GatewayAnswer standing = standing(get(reference));
      if (standing instanceof GatewayAnswer.Approved
          || standing instanceof GatewayAnswer.NoAnswer) {
        return standing;
      }
      if (standing instanceof GatewayAnswer.Authorized reserved) {
        money.free(reserved.reference(), charge.attempt().key() + ":cancel");
      }
      return new GatewayAnswer.Cancelled();
    } catch (IOException e) {
      return new GatewayAnswer.NoAnswer("cannot look, or not cancel");
    }
  }

  private static OrdersCreateRequest creation(Charge charge) {
    PurchaseUnitRequest unit =
        new PurchaseUnitRequest()
            .referenceId(charge.orderId())
            .customId(charge.paymentId())
            // PayPal refuses an invoice that was paid: a second line of defence.
            .invoiceId(charge.attempt().key())
            .amountWithBreakdown(
                new AmountWithBreakdown()
                    .currencyCode(charge.amount().currency().getCurrencyCode())
                    .value(ProviderMoney.payPalValue(charge.amount())));
    OrderRequest body =
        new OrderRequest()
            .checkoutPaymentIntent(charge.captureLater() ? "AUTHORIZE" : "CAPTURE")
            .purchaseUnits(List.of(unit));
    String returnUrl = charge.attempt().request().returnUrl();
    if (returnUrl != null) {
      body.applicationContext(
          new ApplicationContext().returnUrl(returnUrl).cancelUrl(returnUrl).userAction("PAY_NOW"));
    }
    OrdersCreateRequest request =
        new OrdersCreateRequest().prefer("return=representation").requestBody(body);
    request.header(REQUEST_ID, charge.attempt().key());
    return request;
  }

  private Order get(String reference) throws IOException {
    return client.execute(new OrdersGetRequest(reference)).result();
  }

  /// Takes what the payer has approved, or reserves it.
  private GatewayAnswer secure(Charge charge, String reference) {
    try {
      return standing(
          charge.captureLater() ? authorize(charge, reference) : capture(charge, reference));
    } catch (IOException e) {
      GatewayAnswer answer = PayPalAnswers.of(e);
      // Refused because it was done before, or is not approved after all: the next look tells.
      return answer instanceof GatewayAnswer.Refused
          ? GatewayAnswer.NoAnswer.undecided("refused")
          : answer;
    }
  }

  private Order capture(Charge charge, String reference) throws IOException {
    OrdersCaptureRequest request =
        new OrdersCaptureRequest(reference)
            .prefer("return=representation")
            .payPalRequestId(charge.attempt().key());
    return client.execute(request).result();
  }

  private Order authorize(Charge charge, String reference) throws IOException {
    OrdersAuthorizeRequest request =
        new OrdersAuthorizeRequest(reference)
            .prefer("return=representation")
            .payPalRequestId(charge.attempt().key());
    return client.execute(request).result();
  }

  private static GatewayAnswer standing(Order order) {
    return switch (order.status()) {
      case "COMPLETED" ->
          captureOf(order)
              .map(PayPalAnswers::of)
              .or(() -> authorizationOf(order).map(PayPalAnswers::of))
              .orElseGet(() -> GatewayAnswer.NoAnswer.undecided("completed without money"));
      case "VOIDED" -> new GatewayAnswer.Declined("voided");
      case "CREATED", "SAVED", "PAYER_ACTION_REQUIRED", "APPROVED" ->
          new GatewayAnswer.RequiresAction(order.id(), approvalPage(order));
      case String status -> GatewayAnswer.NoAnswer.undecided(status);
    };
  }

  private static Optional<Capture> captureOf(Order order) {
    return order.purchaseUnits().stream()
        .filter(unit -> unit.payments() != null && unit.payments().captures() != null)
        .flatMap(unit -> unit.payments().captures().stream())
        .findFirst();
  }

  private static Optional<Authorization> authorizationOf(Order order) {
    return order.purchaseUnits().stream()
        .filter(unit -> unit.payments() != null && unit.payments().authorizations() != null)
        .flatMap(unit -> unit.payments().authorizations().stream())
        .findFirst();
  }

  private static String approvalPage(Order order) {
    return Objects.requireNonNullElse(order.links(), List.<LinkDescription>of()).stream()
        .filter(link -> "approve".equals(link.rel()) || "payer-action".equals(link.rel()))
        .map(LinkDescription::href)
        .findFirst()
        .orElse("");
  }

  @Override
  public CaptureAnswer capture(CaptureOrder order) {
    return money.capture(order);
  }

  @Override
  public RefundAnswer refund(RefundOrder order) {
    return money.refund(order);
  }

  @Override
  public RefundAnswer release(RefundOrder order) {
    return money.release(order);
  }
}
