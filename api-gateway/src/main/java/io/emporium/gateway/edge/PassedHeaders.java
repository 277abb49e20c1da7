package io.emporium.gateway.edge;

import java.util.Locale;
import java.util.Set;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/// What a service gets to see. Headers that speak of identity or origin are ours to write: those
/// that a client sent are dropped.
@Component
class PassedHeaders implements HttpHeadersFilter, Ordered {

  private static final Set<String> DROPPED =
      Set.of("forwarded", "x-real-ip", "x-original-url", "x-rewrite-url", "true-client-ip");

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  @Override
  public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
    RequestFacts facts = RequestFacts.of(exchange);
    HttpHeaders passed = new HttpHeaders();
    input.forEach(
        (name, values) -> {
          if (!isOurs(name.toLowerCase(Locale.ROOT))) {
            passed.addAll(name, values);
          }
        });
    passed.set(EdgeFilter.CORRELATION_ID, facts.correlationId());
    passed.set("X-Forwarded-For", facts.clientAddress());
    passed.set("X-Forwarded-Proto", facts.scheme());
    // Services refuse an expired token even where none is needed: nobody could refresh it then.
    if (OpenPaths.include(exchange.getRequest().getPath().value())) {
      passed.remove(HttpHeaders.AUTHORIZATION);
    }
    String host = exchange.getRequest().getHeaders().getFirst(HttpHeaders.HOST);
    if (host != null) {
      passed.set("X-Forwarded-Host", host);
    }
    passed.set("X-Forwarded-Port", Integer.toString(port(exchange, facts)));
    return passed;
  }

  // By the client's own words: else services would name port 80 in the addresses that they hand
  // out.
  private static int port(ServerWebExchange exchange, RequestFacts facts) {
    int port = exchange.getRequest().getURI().getPort();
    return port >= 0 ? port : facts.scheme().equals("https") ? 443 : 80;
  }

  @Override
  public boolean supports(Type type) {
    return type == Type.REQUEST;
  }

  private static boolean isOurs(String name) {
    return name.startsWith("x-")
            && (name.startsWith("x-user-")
                || name.startsWith("x-tenant-")
                || name.startsWith("x-forwarded-"))
        || DROPPED.contains(name);
  }
}
