package io.emporium.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/// Twilio and FCM on the wire. An SMS to a number that ends in 99 is answered only when released,
/// the first one to a number that starts with [#BUSY_AT_FIRST] not at all.
final class ProviderStub {

  static final String BUSY_AT_FIRST = "+49";

  final List<String> sms = new CopyOnWriteArrayList<>();
  final List<String> pushes = new CopyOnWriteArrayList<>();

  /// Every SMS that the gate stands before, from when it has come.
  final List<String> held = new CopyOnWriteArrayList<>();

  private final Set<String> turnedAway = ConcurrentHashMap.newKeySet();
  private final HttpServer server;
  private volatile CountDownLatch gate = new CountDownLatch(0);

  ProviderStub() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/twilio", this::twilio);
    server.createContext(
        "/fcm/token",
        exchange ->
            answer(
                exchange,
                200,
                "{\"access_token\":\"t\",\"expires_in\":3600,\"token_type\":\"Bearer\"}"));
    server.createContext("/fcm/v1", this::fcm);
    server.start();
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  void close() {
    gate = new CountDownLatch(1);
  }

  void open() {
    gate.countDown();
  }

  private void twilio(HttpExchange exchange) throws IOException {
    String body = body(exchange);
    if (body.contains("99&") || body.endsWith("99")) {
      held.add(URLDecoder.decode(body, StandardCharsets.UTF_8));
      try {
        gate.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    if (body.contains("To=invalid")) {
      answer(exchange, 400, "{\"code\":21211,\"message\":\"Invalid\",\"status\":400}");
      return;
    }
    if (body.contains("To=" + encoded(BUSY_AT_FIRST)) && turnedAway.add(body)) {
      answer(exchange, 503, "{\"code\":20503,\"message\":\"Busy\",\"status\":503}");
      return;
    }
    sms.add(exchange.getRequestURI() + " " + URLDecoder.decode(body, StandardCharsets.UTF_8));
    answer(exchange, 201, "{\"sid\":\"SM1\",\"status\":\"queued\"}");
  }

  private void fcm(HttpExchange exchange) throws IOException {
    String body = body(exchange);
    pushes.add(exchange.getRequestURI() + " " + body);
    answer(exchange, 200, "{\"name\":\"projects/test-project/messages/1\"}");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String body(HttpExchange exchange) throws IOException {
    byte[] bytes = exchange.getRequestBody().readAllBytes();
    if ("gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
      bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
