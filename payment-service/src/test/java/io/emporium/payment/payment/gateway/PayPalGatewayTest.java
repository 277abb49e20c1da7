package io.emporium.payment.payment.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.paypal.core.PayPalEnvironment;
import com.paypal.core.PayPalHttpClient;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.emporium.events.Money;
import io.emporium.payment.payment.Attempt;
import io.emporium.payment.payment.Capture;
import io.emporium.payment.payment.CaptureAnswer;
import io.emporium.payment.payment.CaptureOrder;
import io.emporium.payment.payment.Charge;
import io.emporium.payment.payment.GatewayAnswer;
import io.emporium.payment.payment.PayRequest;
import io.emporium.payment.payment.Provider;
import io.emporium.payment.payment.Refund;
import io.emporium.payment.payment.RefundAnswer;
import io.emporium.payment.payment.RefundOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What our reading of PayPal's orders is, where the stand-in of local-stack never gets.
class PayPalGatewayTest {

  private static final Money PRICE = Money.of(1999, "USD");
  private static final Money PART_OF_A_FORINT = Money.of(1999, "HUF");
  private static final String TOKEN =
      "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":32400}";

  private final AtomicInteger calls = new AtomicInteger();
  private volatile String order = "{}";
  private final HttpServer payPal = started();
  private final PayPalGateway gateway = new PayPalGateway(client());

  @AfterEach
  void stop() {
    payPal.stop(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CREATED", "APPROVED"})
  void whatIsNotCapturedIsAsGoodAsWithdrawn(String status) {
    order = "{\"id\":\"O-1\",\"status\":\"%s\"}".formatted(status);

    assertThat(gateway.cancel(charge(PRICE))).isEqualTo(new GatewayAnswer.Cancelled());
  }

  @Test
  void whatIsCapturedIsNotWithdrawn() {
    order = captured("COMPLETED");

    assertThat(gateway.cancel(charge(PRICE)))
        .isEqualTo(new GatewayAnswer.Approved(Provider.PAYPAL, "C-1", PRICE));
  }

  @Test
  void whatIsCapturedAndNotDecidedIsNotWithdrawnEither() {
    order = captured("PENDING");

    assertThat(gateway.cancel(charge(PRICE)))
        .isEqualTo(GatewayAnswer.NoAnswer.undecided("PENDING"));
  }

  @Test
  void whatHasAStatusThatWeDoNotKnowIsNotWithdrawn() {
    order = "{\"id\":\"O-1\",\"status\":\"NEW_AT_PAYPAL\"}";

    assertThat(gateway.cancel(charge(PRICE)))
        .isEqualTo(GatewayAnswer.NoAnswer.undecided("NEW_AT_PAYPAL"));
  }

  @Test
  void whatPayPalHasNoNumberForIsRefusedWithoutAsking() {
    Refund refund =
        new Refund(
            "r",
            PART_OF_A_FORINT,
            "goodwill",
            Refund.Status.PENDING,
            null,
            null,
            Instant.EPOCH,
            0,
            null,
            null);
    Capture capture =
        new Capture(
            "c", PART_OF_A_FORINT, Capture.Status.PENDING, null, null, Instant.EPOCH, 0, null);
    Money all = Money.of(2000, "HUF");

    assertThat(gateway.charge(charge(PART_OF_A_FORINT)))
        .isEqualTo(new GatewayAnswer.Refused("amount_not_expressible"));
    assertThat(gateway.refund(new RefundOrder("pay-1", "1", "C-1", all, refund)))
        .isEqualTo(new RefundAnswer.Declined("amount_not_expressible"));
    assertThat(gateway.capture(new CaptureOrder("pay-1", "A-1", all, capture)))
        .isEqualTo(new CaptureAnswer.Declined("amount_not_expressible"));
    assertThat(calls).hasValue(0);
  }

  private static String captured(String status) {
    return """
    {"id": "O-1", "status": "COMPLETED", "purchase_units": [{"payments": {"captures": [
      {"id": "C-1", "status": "%s", "amount": {"currency_code": "USD", "value": "19.99"}}
    ]}}]}
    """
        .formatted(status);
  }

  private static Charge charge(Money amount) {
    PayRequest request = new PayRequest(Provider.PAYPAL, null, null);
    Attempt attempt = new Attempt(1, "pay-1:1", request, Instant.EPOCH, "O-1", null, 0, null);
    return new Charge("pay-1", "1", "acme", amount, attempt, false, false, false);
  }

  private PayPalHttpClient client() {
    String base = "http://127.0.0.1:" + payPal.getAddress().getPort();
    return new PayPalHttpClient(new PayPalEnvironment("gateway-test", "secret", base, base));
  }

  private HttpServer started() {
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
      server.createContext("/v1/oauth2/token", exchange -> answer(exchange, TOKEN));
      server.createContext(
          "/v2/",
          exchange -> {
            calls.incrementAndGet();
            answer(exchange, order);
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
