package io.emporium.gateway.request;

import java.util.Objects;
import org.springframework.web.server.ServerWebExchange;

/// What the edge found out about a request, kept with it.
///
/// @param correlationId one id for everything that the request sets in motion
/// @param clientAddress of the client itself, not of a proxy between
/// @param scheme by which the client came, `https` where a trusted proxy says so
/// @param path as the services will read it, see [PlainPath]
public record RequestFacts(String correlationId, String clientAddress, String scheme, String path) {

  private static final String ATTRIBUTE = RequestFacts.class.getName();
  private static final int PARTS_OF_A_NETWORK = 4;

  public void keepWith(ServerWebExchange exchange) {
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

  /// Who is limited: the address, or of an IPv6 address the /64 network, because whoever has one
  /// address there has all 2^64.
  public String network() {
    int end = -1;
    for (int part = 0; part < PARTS_OF_A_NETWORK; part++) {
      end = clientAddress.indexOf(':', end + 1);
      if (end < 0) {
        return clientAddress;
      }
    }
    return clientAddress.substring(0, end);
  }
}
