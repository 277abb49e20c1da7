package io.emporium.gateway.edge;

import java.util.Objects;
import org.springframework.web.server.ServerWebExchange;

/// What the edge found out about a request, kept with it.
///
/// @param correlationId one id for everything that the request sets in motion
/// @param clientAddress of the client itself, not of a proxy between
/// @param scheme by which the client came, `https` where a trusted proxy says so
public record RequestFacts(String correlationId, String clientAddress, String scheme) {

  private static final String ATTRIBUTE = RequestFacts.class.getName();

  void keepWith(ServerWebExchange exchange) {
    exchange.getAttributes().put(ATTRIBUTE, this);
  }

  public static RequestFacts of(ServerWebExchange exchange) {
    return (RequestFacts) Objects.requireNonNull(exchange.getAttribute(ATTRIBUTE));
  }

  public static String correlationIdOf(ServerWebExchange exchange) {
    return exchange.getAttribute(ATTRIBUTE) instanceof RequestFacts facts
        ? facts.correlationId()
        : "none";
  }
}
