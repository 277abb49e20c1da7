package io.emporium.payment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.emporium.kit.testing.TestApi;
import io.emporium.localstack.LocalStack;
import io.emporium.localstack.Settings;
import io.emporium.localstack.http.Signatures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The stand-ins of the providers in this process. Their notifications go through a relay, which
/// swallows them unless a test wants them.
final class Providers {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Set<String> NOT_RELAYED =
      Set.of("host", "connection", "content-length", "transfer-encoding");
  private static volatile int notified;
  private static final HttpServer RELAY = relay();
  private static final LocalStack STACK =
      LocalStack.start(
          new Settings(
              "127.0.0.1",
              "",
              new Settings.Ports(0, 0, 0),
              null,
              new Settings.Webhook(
                  "http://127.0.0.1:" + RELAY.getAddress().getPort(), "whsec_local", "WH-LOCAL"),
              new Settings.Timing(Duration.ofMillis(1_500), Duration.ofMillis(300))));

  private Providers() {}

  static String url(String path) {
    return "http://127.0.0.1:" + STACK.httpPort() + path;
  }

  /// From now on notifications go to the service at this port; 0 swallows them.
  static void notify(int port) {
    notified = port;
  }

  static JsonNode charges(String orderId) {
    return get("/ledger/charges?orderId=" + orderId);
  }

  static JsonNode refunds(String orderId) {
    return get("/ledger/refunds?orderId=" + orderId);
  }

  /// The next call of this kind goes wrong.
  static void fault(String provider, String operation, String fault) {
    faults(provider, operation, fault, 1);
  }

  static void faults(String provider, String operation, String fault, int count) {
    post(
        "/control/faults",
        "{\"target\":\"%s\",\"operation\":\"%s\",\"fault\":\"%s\",\"count\":%d}"
            .formatted(provider, operation, fault, count));
  }

  /// The next notification is dropped, doubled, delayed or overtaken.
  static void mishap(String action) {
    post("/control/webhooks", "{\"action\":\"%s\",\"delayMillis\":1500}".formatted(action));
  }

  static void timing(long slowMillis) {
    post("/control/timing", "{\"slowMillis\":" + slowMillis + "}");
  }

  /// Nothing goes wrong any more.
  static void calm() {
    timing(300);
    for (String path : List.of("/control/faults", "/control/webhooks")) {
      send(HttpRequest.newBuilder(URI.create(url(path))).DELETE());
    }
  }

  /// Somebody charges a card at Stripe without us.
  ///
  /// @return the payment intent
  static String chargeByHand(String paymentId, long amount) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url("/stripe/v1/payment_intents")))
            .header("Authorization", "Bearer sk_test_local")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "amount=%d&currency=usd&confirm=true&payment_method=pm_card_visa"
                            .formatted(amount)
                        + "&metadata[paymentId]="
                        + paymentId));
    return MAPPER.readTree(send(request).body()).path("id").asString();
  }

  /// Somebody takes at Stripe what we have reserved.
  static void captureByHand(String intent) {
    send(
        HttpRequest.newBuilder(URI.create(url("/stripe/v1/payment_intents/" + intent + "/capture")))
            .header("Authorization", "Bearer sk_test_local")
            .POST(HttpRequest.BodyPublishers.noBody()));
  }

  /// Stripe tells of a charge.
  static void notifyOfCharge(TestApi api, String intent, String paymentId, long amount) {
    notifyOfCharge(api, intent, paymentId, amount, 200);
  }

  /// As above, of what may not be right.
  static void notifyOfCharge(
      TestApi api, String intent, String paymentId, long amount, int expected) {
    String event =
        MAPPER.writeValueAsString(
            Map.of(
                "id",
                "evt_" + UUID.randomUUID(),
                "type",
                "payment_intent.succeeded",
                "data",
                Map.of(
                    "object",
                    Map.of(
                        "id",
                        intent,
                        "amount_received",
                        amount,
                        "currency",
                        "usd",
                        "metadata",
                        Map.of("paymentId", paymentId)))));
    long time = Instant.now().getEpochSecond();
    String signature = Signatures.hmac("whsec_local", time + "." + event);
    api.post(
            "/api/payments/webhooks/stripe",
            event,
            "Stripe-Signature",
            "t=" + time + ",v1=" + signature)
        .expect(expected);
  }

  static JsonNode get(String path) {
    return MAPPER.readTree(send(HttpRequest.newBuilder(URI.create(url(path))).GET()).body());
  }

  static HttpResponse<String> post(String address, String body) {
    String url = address.startsWith("http") ? address : url(address);
    return send(
        HttpRequest.newBuilder(URI.create(url)).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static HttpServer relay() {
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/", Providers::relay);
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void relay(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    int port = notified;
    int status = 200;
    if (port != 0) {
      URI target = URI.create("http://127.0.0.1:" + port + exchange.getRequestURI());
      HttpRequest.Builder request =
          HttpRequest.newBuilder(target).POST(HttpRequest.BodyPublishers.ofByteArray(body));
      exchange
          .getRequestHeaders()
          .forEach(
              (name, values) -> {
                if (!NOT_RELAYED.contains(name.toLowerCase(Locale.ROOT))) {
                  request.header(name, values.getFirst());
                }
              });
      status = send(request).statusCode();
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }
}
