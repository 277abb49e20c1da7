package io.emporium.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.emporium.gateway.routing.Destination;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.netty.DisposableServer;

/// All services behind one socket, which answers with what it was asked; except for debt, which is
/// not there, audit, which hangs, and websocket, which echoes.
final class FakeFleet {

  static final FakeFleet INSTANCE = new FakeFleet();

  private final HttpServer server;
  private final DisposableServer echo;
  private final int nobody;
  // The kernel takes connections for it, and nobody ever reads them: a stopped process.
  private final ServerSocket hung;
  private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
  volatile Headers lastHeaders = new Headers();

  private FakeFleet() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      hung = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      nobody = aFreePort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
    echo =
        reactor.netty.http.server.HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .route(
                routes ->
                    routes
                        .get("/health/liveness", (_, answer) -> answer.send())
                        .ws(
                            "/ws",
                            (in, out) ->
                                out.sendString(in.receive().asString().map("echo "::concat))))
            .bindNow();
  }

  /// Points the gateway here.
  static final class Settings
      implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      TestPropertyValues settings =
          TestPropertyValues.of(
              "emporium.gateway.routing.services.ecommerce.timeout=300ms",
              "emporium.gateway.routing.services.shop.timeout=3s",
              "emporium.gateway.limits.sign-in.requests=20",
              "emporium.gateway.limits.account.requests=5",
              "emporium.gateway.limits.general.requests=2000",
              "emporium.gateway.limits.general.window=1h",
              "emporium.gateway.edge.allowed-origins=https://shop.example",
              "emporium.gateway.edge.trusted-proxies=" + Door.PROXY + "/32",
              "emporium.gateway.edge.body-time=1s",
              "emporium.token.jwks-uri=" + INSTANCE.url() + "/api/auth/jwks",
              "management.server.port=0",
              "logging.structured.format.console=");
      for (Destination service : Destination.values()) {
        settings =
            settings.and(
                "emporium.gateway.routing.services."
                    + service.name().toLowerCase(Locale.ROOT)
                    + ".url="
                    + INSTANCE.urlOf(service));
      }
      settings.applyTo(context);
    }
  }

  private String urlOf(Destination service) {
    return switch (service) {
      case DEBT -> "http://127.0.0.1:" + nobody;
      case AUDIT -> "http://127.0.0.1:" + hung.getLocalPort();
      case WEBSOCKET -> "http://127.0.0.1:" + echo.port();
      default -> url();
    };
  }

  private String url() {
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
        case "/api/auth/jwks" -> send(exchange, 200, Tokens.publicKeys());
        case "/health", "/health/liveness" -> send(exchange, 200, "{}");
        case "/api/products/slow" -> late(exchange, Duration.ofSeconds(3));
        case "/api/shops/slow" -> late(exchange, Duration.ofMillis(1_500));
        case "/api/products/large" ->
            send(exchange, 200, "{\"text\":\"" + "x".repeat(9_000) + "\"}");
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

  private static void late(HttpExchange exchange, Duration pause) throws IOException {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    send(exchange, 200, "{}");
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static int aFreePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
