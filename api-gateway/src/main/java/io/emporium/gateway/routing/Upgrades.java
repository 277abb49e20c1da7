package io.emporium.gateway.routing;

import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/// Requests that become WebSockets: they last for hours, so what waits for an end is not for them.
final class Upgrades {

  private Upgrades() {}

  static boolean isAskedFor(ServerWebExchange exchange) {
    return "websocket"
        .equalsIgnoreCase(exchange.getRequest().getHeaders().getFirst(HttpHeaders.UPGRADE));
  }
}
