package io.emporium.gateway.edge;

import com.github.f4b6a3.uuid.UuidCreator;
import io.emporium.gateway.problem.EdgeRefusal;
import io.emporium.gateway.request.PlainPath;
import io.emporium.gateway.request.RequestFacts;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
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

  private static final Set<HttpMethod> METHODS =
      Set.of(
          HttpMethod.GET,
          HttpMethod.HEAD,
          HttpMethod.POST,
          HttpMethod.PUT,
          HttpMethod.PATCH,
          HttpMethod.DELETE,
          HttpMethod.OPTIONS);

  private static final String NOTHING_LOADS = "default-src 'none'; frame-ancestors 'none'";
  // Swagger UI styles its elements one by one and draws its icons from data: addresses.
  private static final String OWN_LOADS =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

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
    String raw = request.getPath().value();
    String path = PlainPath.of(raw);
    RequestFacts facts =
        new RequestFacts(
            correlationId(request),
            addresses.of(request),
            addresses.schemeOf(request),
            path == null ? raw : path);
    facts.keepWith(exchange);
    HttpHeaders answered = exchange.getResponse().getHeaders();
    boolean page = raw.startsWith("/docs");
    // Last moment, so that what a service said is replaced and not doubled.
    exchange
        .getResponse()
        .beforeCommit(() -> Mono.fromRunnable(() -> dress(answered, facts, page)));
    if (path == null) {
      return Mono.error(ambiguous());
    }
    return METHODS.contains(request.getMethod())
        ? chain.filter(exchange)
        : Mono.error(unknownMethod());
  }

  private static void dress(HttpHeaders headers, RequestFacts facts, boolean page) {
    headers.set(CORRELATION_ID, facts.correlationId());
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Content-Security-Policy", page ? OWN_LOADS : NOTHING_LOADS);
    // Whether it is compressed depends on who asks.
    headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    if (facts.scheme().equals("https")) {
      headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
    headers.remove("X-XSS-Protection");
    headers.remove("Server");
  }

  private static String correlationId(ServerHttpRequest request) {
    @Nullable String sent = request.getHeaders().getFirst(CORRELATION_ID);
    return sent != null && ACCEPTABLE.matcher(sent).matches() ? sent : newCorrelationId();
  }

  static String newCorrelationId() {
    // It need not be hard to guess, and each request makes one.
    return UuidCreator.getTimeOrderedEpochFast().toString();
  }

  private static EdgeRefusal ambiguous() {
    return new EdgeRefusal(
        HttpStatus.BAD_REQUEST,
        "bad_path",
        "The path can be read in more than one way: no ';', '\\', '//', '.' or '..' segments, nor"
            + " their encoded forms");
  }

  private static EdgeRefusal unknownMethod() {
    return new EdgeRefusal(
            HttpStatus.METHOD_NOT_ALLOWED, "method_not_allowed", "No path here takes this method")
        .header(HttpHeaders.ALLOW, "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
  }
}
