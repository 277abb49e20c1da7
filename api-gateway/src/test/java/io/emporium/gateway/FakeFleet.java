package io.emporium.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// All services behind one socket: it answers with what it was asked.
final class FakeFleet {

  private static final RSAKey KEY = newKey("known");

  private final HttpServer server;
  private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
  volatile Headers lastHeaders = new Headers();
  volatile boolean sick;

  FakeFleet() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  int timesAsked(String path) {
    return asked.getOrDefault(path, new AtomicInteger()).get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      int times = asked.computeIfAbsent(path, _ -> new AtomicInteger()).incrementAndGet();
      byte[] body = exchange.getRequestBody().readAllBytes();
      switch (path) {
        case "/api/auth/jwks" -> send(exchange, 200, new JWKSet(KEY.toPublicJWK()).toString());
        case "/health" -> send(exchange, sick ? 503 : 200, "{}");
        case "/api/products/slow" -> {
          pause();
          send(exchange, 200, "{}");
        }
        case "/api/orders/flaky" -> {
          if (times > 2) {
            send(exchange, 200, "{}");
          }
        }
        case "/api/orders/broken" -> {
          // Closed without an answer.
        }
        case "/api/shops/refused" -> send(exchange, 503, "{\"code\":\"own_answer\"}");
        default -> {
          lastHeaders = exchange.getRequestHeaders();
          exchange.getResponseHeaders().add("X-Correlation-Id", "of-the-service");
          exchange.getResponseHeaders().add("X-Content-Type-Options", "nosniff");
          send(exchange, 200, "{\"path\":\"" + path + "\",\"bytes\":" + body.length + "}");
        }
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(Duration.ofSeconds(3));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  static String aToken() {
    return token(KEY, "at+jwt", Instant.now().plusSeconds(600));
  }

  static String anExpiredToken() {
    return token(KEY, "at+jwt", Instant.now().minusSeconds(600));
  }

  static String aForgedToken() {
    return token(newKey("known"), "at+jwt", Instant.now().plusSeconds(600));
  }

  static String anIdToken() {
    return token(KEY, "JWT", Instant.now().plusSeconds(600));
  }

  private static String token(RSAKey key, String type, Instant expiry) {
    try {
      SignedJWT jwt =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256)
                  .keyID(key.getKeyID())
                  .type(new JOSEObjectType(type))
                  .build(),
              new JWTClaimsSet.Builder()
                  .issuer("https://auth.emporium.local")
                  .audience("emporium")
                  .subject("user-1")
                  .expirationTime(Date.from(expiry))
                  .build());
      jwt.sign(new RSASSASigner(key));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RSAKey newKey(String keyId) {
    try {
      return new RSAKeyGenerator(2048).keyID(keyId).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
