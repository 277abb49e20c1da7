package io.emporium.fleet.wall;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;

/// A service in miniature that keeps one parcel of ours. Its holes can be opened one by one.
final class LeakyService implements AutoCloseable {

  static final String PARCEL = "parcel-1";
  static final String POLICY =
      """
      operations:
        - operation: GET /api/parcels
          allow: [super_admin, company_admin]
          scope: company
        - operation: GET /api/parcels/{id}
          allow: [super_admin, company_admin, shop_staff]
          scope: company
        - operation: POST /api/parcels/{id}/send
          allow: [company_admin]
          scope: company
        - operation: POST /api/parcels
          allow: [company_admin]
          scope: company
      """;

  private static final String DOCUMENT =
      """
      {"paths":{
        "/api/parcels":{
          "get":{"parameters":[{"in":"query","name":"shop","schema":{"type":"string"}}]},
          "post":{"requestBody":{"content":{"application/json":{"schema":{
            "type":"object","required":["shopId"],"properties":{"shopId":{"type":"string"}}}}}}}},
        "/api/parcels/{id}":{"get":{}},
        "/api/parcels/{id}/send":{"post":{}}}}
      """;

  private final PolicyFile policy = PolicyFile.parse(POLICY);
  private final HttpServer server;
  private final Set<String> open = new ConcurrentSkipListSet<>();
  private final AtomicInteger sent = new AtomicInteger();
  private volatile boolean forbidding;
  private volatile boolean listing;
  private volatile boolean writing;

  LeakyService() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  void open(String operation) {
    open.add(operation);
  }

  void forbidInsteadOfNotFound() {
    forbidding = true;
  }

  void listEverybodys() {
    listing = true;
  }

  void writeForAnybody() {
    writing = true;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    var _ = exchange.getRequestBody().readAllBytes();
    if (path.equals("/v3/api-docs")) {
      say(exchange, 200, DOCUMENT);
      return;
    }
    String token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    String caller = token.replace("Bearer ", "");
    String operation =
        exchange.getRequestMethod() + " " + path.replaceFirst("/parcels/[^/]+", "/parcels/{id}");
    if (caller.equals("null") || caller.equals("void")) {
      refuse(exchange, 401, "unauthenticated");
    } else if (!open.contains(operation) && !rule(operation).allows(role(caller))) {
      refuse(exchange, 403, "forbidden");
    } else {
      serve(exchange, operation, caller, path);
    }
  }

  private PolicyFile.Rule rule(String operation) {
    return Objects.requireNonNull(policy.rules().get(operation), operation);
  }

  private static String role(String caller) {
    return caller.equals("super")
        ? "super_admin"
        : World.roleOf(caller.substring(caller.indexOf('-') + 1));
  }

  private void serve(HttpExchange exchange, String operation, String caller, String path)
      throws IOException {
    boolean ours = caller.startsWith("ours") || caller.equals("super");
    boolean real = path.contains(PARCEL);
    switch (operation) {
      case "GET /api/parcels" -> say(exchange, 200, ours || listing ? list() : "{\"items\":[]}");
      case "POST /api/parcels" -> say(exchange, 201, "{\"id\":\"parcel-2\"}");
      case "GET /api/parcels/{id}" -> {
        if (real && ours) {
          say(exchange, 200, parcel());
        } else {
          refuse(exchange, real && forbidding ? 403 : 404, "parcel_not_found");
        }
      }
      default -> {
        if (real && writing) {
          sent.incrementAndGet();
        }
        refuse(exchange, 404, "parcel_not_found");
      }
    }
  }

  private String list() {
    return "{\"items\":[" + parcel() + "]}";
  }

  private String parcel() {
    return "{\"id\":\"%s\",\"to\":\"private-ours\",\"sent\":%d}".formatted(PARCEL, sent.get());
  }

  private static void refuse(HttpExchange exchange, int status, String code) throws IOException {
    say(exchange, status, "{\"status\":%d,\"code\":\"%s\"}".formatted(status, code));
  }

  private static void say(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().put("Content-Type", List.of("application/problem+json"));
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
