package io.emporium.gateway.edge;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// First of all: finds out what is known of a request, and puts on every answer, whoever makes it,
/// what each must carry.
@Component
class EdgeFilter implements WebFilter, Ordered {

  static final String CORRELATION_ID = "X-Correlation-Id";

  // What goes into logs and headers must not be able to forge them.
  private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private static final String NOTHING_LOADS = "default-src 'none'; frame-ancestors 'none'";
  private static final String OWN_LOADS =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " frame-ancestors 'none'";

  private final ClientAddresses addresses;

  EdgeFilter(ClientAddresses addresses) {
    this.addresses = addresses;
  }

  @Override
  public int getOrder() {
    return EdgeOrder.FACTS;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    ServerHttpRequest request = exchange.getRequest();
    RequestFacts facts =
        new RequestFacts(correlationId(request), addresses.of(request), scheme(request));
    facts.keepWith(exchange);
    HttpHeaders answered = exchange.getResponse().getHeaders();
    boolean page = request.getPath().value().startsWith("/docs");
    // Last moment, so that what a service said is replaced and not doubled.
    exchange
        .getResponse()
        .beforeCommit(() -> Mono.fromRunnable(() -> dress(answered, facts, page)));
    return chain.filter(exchange);
  }

  private static void dress(HttpHeaders headers, RequestFacts facts, boolean page) {
    headers.set(CORRELATION_ID, facts.correlationId());
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Content-Security-Policy", page ? OWN_LOADS : NOTHING_LOADS);
    if (facts.scheme().equals("https")) {
      headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
    headers.remove("X-XSS-Protection");
    headers.remove("Server");
  }

  private static String correlationId(ServerHttpRequest request) {
    @Nullable String sent = request.getHeaders().getFirst(CORRELATION_ID);
    return sent != null && ACCEPTABLE.matcher(sent).matches()
        ? sent
        : UuidCreator.getTimeOrderedEpoch().toString();
  }

  private String scheme(ServerHttpRequest request) {
    boolean https =
        "https".equals(request.getURI().getScheme())
            || (addresses.cameThroughTrustedProxy(request)
                && "https".equals(request.getHeaders().getFirst("X-Forwarded-Proto")));
    return https ? "https" : "http";
  }
}
