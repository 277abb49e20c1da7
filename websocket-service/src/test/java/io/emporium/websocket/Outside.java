package io.emporium.websocket;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// Sales and shop service on the wire; found by way of `spring.factories`. Order
/// `old-<n>-<customer>` belongs to that customer, company `co` and shop `s1`; `down-…` gets no
/// answer; others do not exist. Shop `<name>-of-<company>` belongs to that company.
public final class Outside
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static final HttpServer SERVER = serve();

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    String base = "http://127.0.0.1:" + SERVER.getAddress().getPort();
    Map<String, Object> settings =
        Map.of(
            "spring.http.serviceclient.sales.base-url", base,
            "spring.http.serviceclient.shop.base-url", base,
            "emporium.websocket.max-per-user", "3",
            "emporium.websocket.max-subscriptions", "5",
            "emporium.websocket.time-to-connect", "3s");
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("outside", settings));
  }

  private static HttpServer serve() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/api/orders/", Outside::order);
      server.createContext("/api/shops/", Outside::shop);
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void order(HttpExchange exchange) throws IOException {
    String id = exchange.getRequestURI().getPath().substring("/api/orders/".length());
    boolean signed =
        String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
            .startsWith("Bearer ");
    if (id.startsWith("down-")) {
      answer(exchange, 503, "{}");
    } else if (signed && id.startsWith("old-")) {
      String customer = id.substring(id.indexOf('-', 4) + 1);
      answer(
          exchange,
          200,
          "{\"id\":\"%s\",\"status\":\"placed\",\"companyId\":\"co\","
              .concat("\"shopId\":\"s1\",\"customerId\":\"%s\"}")
              .formatted(id, customer));
    } else {
      answer(exchange, 404, "{}");
    }
  }

  private static void shop(HttpExchange exchange) throws IOException {
    String id = exchange.getRequestURI().getPath().substring("/api/shops/".length());
    int owner = id.indexOf("-of-");
    if (owner < 0) {
      answer(exchange, 404, "{}");
    } else {
      answer(
          exchange,
          200,
          "{\"id\":\"%s\",\"companyId\":\"%s\",\"name\":\"S\"}"
              .formatted(id, id.substring(owner + 4)));
    }
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
