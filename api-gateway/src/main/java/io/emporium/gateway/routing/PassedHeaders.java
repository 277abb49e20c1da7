package io.emporium.gateway.routing;

import io.emporium.gateway.request.OpenPaths;
import io.emporium.gateway.request.RequestFacts;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/// What a service gets to see. Headers that speak of identity or origin are ours to write: those
/// that a client sent are dropped. So is what belongs to the client's connection alone.
@Component
class PassedHeaders implements HttpHeadersFilter, Ordered {

  private static final Set<String> OF_THE_CONNECTION =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private static final Set<String> OF_IDENTITY_OR_ORIGIN =
      Set.of(
          "forwarded",
          "true-client-ip",
          "cf-connecting-ip",
          "x-real-ip",
          "x-client-ip",
          "x-cluster-client-ip",
          "x-original-url",
          "x-original-host",
          "x-rewrite-url",
          "x-host",
          "x-http-method",
          "x-http-method-override",
          "x-method-override");

  private static final String CORRELATION_ID = "X-Correlation-Id";
  private static final String TRACE_PARENT = "traceparent";

  private static final Pattern WELL_FORMED_TRACE =
      Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  @Override
  public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
    RequestFacts facts = RequestFacts.of(exchange);
    boolean open = OpenPaths.include(facts.path());
    List<String> named = ofThisConnection(input);
    HttpHeaders passed = new HttpHeaders();
    input.forEach(
        (name, values) -> {
          String lower = name.toLowerCase(Locale.ROOT);
          if (!isDropped(lower) && !named.contains(lower) && !isUseless(lower, values, open)) {
            passed.addAll(name, values);
          }
        });
    passed.set(CORRELATION_ID, facts.correlationId());
    passed.set("X-Forwarded-For", facts.clientAddress());
    passed.set("X-Forwarded-Proto", facts.scheme());
    String host = input.getFirst(HttpHeaders.HOST);
    if (host != null) {
      passed.set("X-Forwarded-Host", host);
    }
    passed.set("X-Forwarded-Port", Integer.toString(port(exchange, facts)));
    if (host != null && Upgrades.isAskedFor(exchange) && input.getOrigin() == null) {
      // Else the client library makes one up, of the service's own address, which no service
      // admits.
      passed.setOrigin(facts.scheme() + "://" + host);
    }
    return passed;
  }

  @Override
  public boolean supports(Type type) {
    return type == Type.REQUEST;
  }

  private static boolean isDropped(String name) {
    return OF_THE_CONNECTION.contains(name)
        || OF_IDENTITY_OR_ORIGIN.contains(name)
        || name.startsWith("x-forwarded-")
        || name.startsWith("x-user-")
        || name.startsWith("x-tenant-");
  }

  // `Connection: keep-alive, x-one-hop` makes `x-one-hop` a matter of this connection too.
  private static List<String> ofThisConnection(HttpHeaders input) {
    String connection = input.getFirst(HttpHeaders.CONNECTION);
    return connection == null || connection.equalsIgnoreCase("keep-alive")
        ? List.of()
        : input.getConnection().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
  }

  // Services refuse an expired token even where none is needed: nobody could refresh it then.
  private static boolean isUseless(String name, List<String> values, boolean open) {
    return switch (name) {
      case "authorization" -> open;
      case TRACE_PARENT -> !isTrace(values.isEmpty() ? null : values.getFirst());
      default -> false;
    };
  }

  private static boolean isTrace(@Nullable String value) {
    return value != null && WELL_FORMED_TRACE.matcher(value).matches();
  }

  // By the client's own words: else services would name port 80 in the addresses that they hand
  // out.
  private static int port(ServerWebExchange exchange, RequestFacts facts) {
    int port = exchange.getRequest().getURI().getPort();
    return port >= 0 ? port : facts.scheme().equals("https") ? 443 : 80;
  }
}
