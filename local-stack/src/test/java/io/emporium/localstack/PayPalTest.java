package io.emporium.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.paypal.core.PayPalEnvironment;
import com.paypal.core.PayPalHttpClient;
import com.paypal.http.HttpResponse;
import com.paypal.http.exceptions.HttpException;
import com.paypal.orders.AmountWithBreakdown;
import com.paypal.orders.Order;
import com.paypal.orders.OrderRequest;
import com.paypal.orders.OrdersAuthorizeRequest;
import com.paypal.orders.OrdersCaptureRequest;
import com.paypal.orders.OrdersCreateRequest;
import com.paypal.orders.OrdersGetRequest;
import com.paypal.orders.PurchaseUnitRequest;
import com.paypal.payments.AuthorizationsCaptureRequest;
import com.paypal.payments.AuthorizationsVoidRequest;
import com.paypal.payments.Capture;
import com.paypal.payments.CaptureRequest;
import com.paypal.payments.CapturesGetRequest;
import com.paypal.payments.CapturesRefundRequest;
import com.paypal.payments.Money;
import com.paypal.payments.Refund;
import com.paypal.payments.RefundRequest;
import io.emporium.localstack.http.Json;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// checkout-sdk against the stand-in.
class PayPalTest {

  private static Receiver receiver;
  private static RunningStack stack;
  private static PayPalHttpClient client;

  @BeforeAll
  static void start() throws Exception {
    receiver = new Receiver();
    stack = new RunningStack(receiver.base(), null);
    String base = stack.url("/paypal");
    client = new PayPalHttpClient(new PayPalEnvironment("local", "local", base, base));
  }

  @AfterAll
  static void stop() {
    stack.close();
    receiver.close();
  }

  @Test
  void approvedOrderIsCapturedOnceAndRefunded() throws Exception {
    Order order = create("CAPTURE", "p1");
    HttpException early =
        catchThrowableOfType(HttpException.class, () -> capture(order.id(), "early"));
    assertThat(early.statusCode()).isEqualTo(422);
    approve(order);
    Order captured = capture(order.id(), "k1");
    Order again = capture(order.id(), "k1");

    String capture = captured.purchaseUnits().getFirst().payments().captures().getFirst().id();
    assertThat(captured.status()).isEqualTo("COMPLETED");
    assertThat(again.purchaseUnits().getFirst().payments().captures().getFirst().id())
        .isEqualTo(capture);
    assertThat(stack.get("/ledger/charges?paymentId=p1"))
        .containsOnlyOnce("\"provider\"")
        .contains("\"amount\":1250");
    Refund refund = refund(capture, "5.00", "r1");
    assertThat(refund.status()).isEqualTo("COMPLETED");
    assertThat(catchThrowableOfType(HttpException.class, () -> refund(capture, "7.51", "r2")))
        .returns(422, HttpException::statusCode);
    assertThat(client.execute(new CapturesGetRequest(capture)).result().status())
        .isEqualTo("PARTIALLY_REFUNDED");
    assertThat(client.execute(new OrdersGetRequest(order.id())).result().status())
        .isEqualTo("COMPLETED");
  }

  @Test
  void authorizationIsCapturedInPartOrVoided() throws Exception {
    String first = authorize("p2");
    CaptureRequest part = new CaptureRequest();
    part.amount(new Money().currencyCode("EUR").value("10.00"));
    Capture capture =
        client.execute(new AuthorizationsCaptureRequest(first).requestBody(part)).result();
    String second = authorize("p3");
    HttpResponse<Void> voided = client.execute(new AuthorizationsVoidRequest(second));

    assertThat(capture.amount().value()).isEqualTo("10.00");
    assertThat(
            catchThrowableOfType(
                HttpException.class, () -> client.execute(new AuthorizationsVoidRequest(second))))
        .hasMessageContaining("PREVIOUSLY_VOIDED");
    assertThat(
            catchThrowableOfType(
                HttpException.class, () -> client.execute(new AuthorizationsVoidRequest(first))))
        .hasMessageContaining("PREVIOUSLY_CAPTURED");
    assertThat(voided.statusCode()).isEqualTo(204);
    assertThat(stack.get("/ledger/charges?paymentId=p3")).contains("VOIDED");
  }

  @Test
  void notificationsVerifyAndForgedOnesDoNot() throws Exception {
    Order order = create("CAPTURE", "p4");
    approve(order);
    capture(order.id(), "k4");
    await()
        .until(
            () -> receiver.received.stream().anyMatch(n -> n.body().contains("CAPTURE.COMPLETED")));
    var told =
        receiver.received.stream()
            .filter(n -> n.body().contains("CAPTURE.COMPLETED"))
            .findFirst()
            .orElseThrow();

    assertThat(told.path()).isEqualTo("/api/payments/webhooks/paypal");
    assertThat(verify(told, told.body())).contains("SUCCESS");
    assertThat(verify(told, told.body().replace("12.50", "0.01"))).contains("FAILURE");
  }

  @Test
  void scriptedDeclineIsRefusedAndLeavesNoCharge() throws Exception {
    Order order = create("CAPTURE", "p5");
    approve(order);
    stack.script(
        "/control/faults", "target", "paypal", "operation", "order.capture", "fault", "declined");

    assertThat(catchThrowableOfType(HttpException.class, () -> capture(order.id(), "k5")))
        .hasMessageContaining("INSTRUMENT_DECLINED");
    assertThat(stack.get("/ledger/charges?paymentId=p5")).isEqualTo("[]");
  }

  private static String verify(Receiver.Notification told, String body) {
    var question =
        Json.object()
            .put("auth_algo", told.headers().get("PAYPAL-AUTH-ALGO"))
            .put("cert_url", told.headers().get("PAYPAL-CERT-URL"))
            .put("transmission_id", told.headers().get("PAYPAL-TRANSMISSION-ID"))
            .put("transmission_sig", told.headers().get("PAYPAL-TRANSMISSION-SIG"))
            .put("transmission_time", told.headers().get("PAYPAL-TRANSMISSION-TIME"))
            .put("webhook_id", "WH-LOCAL");
    question.set("webhook_event", Json.parse(body));
    return stack
        .post("/paypal/v1/notifications/verify-webhook-signature", question.toString())
        .body();
  }

  private static Order create(String intent, String paymentId) throws IOException {
    PurchaseUnitRequest unit =
        new PurchaseUnitRequest()
            .referenceId("order-" + paymentId)
            .customId(paymentId)
            .amountWithBreakdown(new AmountWithBreakdown().currencyCode("EUR").value("12.50"));
    OrderRequest body =
        new OrderRequest().checkoutPaymentIntent(intent).purchaseUnits(List.of(unit));
    return client.execute(new OrdersCreateRequest().requestBody(body)).result();
  }

  private static void approve(Order order) {
    String page =
        order.links().stream()
            .filter(link -> link.rel().equals("approve"))
            .findFirst()
            .get()
            .href();
    assertThat(stack.post(page, "").statusCode()).isEqualTo(200);
  }

  private static Order capture(String order, String requestId) throws IOException {
    OrdersCaptureRequest request = new OrdersCaptureRequest(order).payPalRequestId(requestId);
    return client.execute(request).result();
  }

  private static String authorize(String paymentId) throws IOException {
    Order order = create("AUTHORIZE", paymentId);
    approve(order);
    Order authorized = client.execute(new OrdersAuthorizeRequest(order.id())).result();
    return authorized.purchaseUnits().getFirst().payments().authorizations().getFirst().id();
  }

  private static Refund refund(String capture, String value, String requestId) throws IOException {
    RefundRequest body = new RefundRequest();
    body.amount(new Money().currencyCode("EUR").value(value));
    return client
        .execute(new CapturesRefundRequest(capture).payPalRequestId(requestId).requestBody(body))
        .result();
  }
}
