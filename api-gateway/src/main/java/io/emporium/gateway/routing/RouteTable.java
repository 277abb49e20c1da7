package io.emporium.gateway.routing;

import io.emporium.gateway.request.RequestFacts;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.config.GlobalCorsProperties;
import org.springframework.cloud.gateway.handler.FilteringWebHandler;
import org.springframework.cloud.gateway.handler.RoutePredicateHandlerMapping;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Finds the route of a path by its first segments, in one or two looks instead of a test of each
/// route in turn. Routes here depend on nothing but the path.
@Component
class RouteTable extends RoutePredicateHandlerMapping {

  // Before the handlers of the few pages that are the gateway's own.
  private static final int FIRST = -10;

  // `/api/inventory/v1`, `/v3/api-docs/auth-service`
  private static final int LONGEST_PREFIX = 3;

  private final Map<String, Route> routes = new HashMap<>();

  RouteTable(
      FilteringWebHandler handler,
      RouteLocator routes,
      GlobalCorsProperties cors,
      Environment environment) {
    super(handler, routes, cors, environment);
    setOrder(FIRST);
    Map<String, Route> byId = new HashMap<>();
    for (Route route : routes.getRoutes().toIterable()) {
      byId.put(route.getId(), route);
    }
    for (Destination destination : Destination.values()) {
      for (String prefix : destination.prefixes()) {
        this.routes.put(prefix, found(byId, destination.routeId()));
      }
      this.routes.put(destination.docsPath(), found(byId, destination.docsRouteId()));
    }
  }

  private static Route found(Map<String, Route> byId, String id) {
    Route route = byId.get(id);
    if (route == null) {
      throw new IllegalStateException("there is no route " + id);
    }
    return route;
  }

  @Override
  protected Mono<Route> lookupRoute(ServerWebExchange exchange) {
    return Mono.justOrEmpty(routeOf(RequestFacts.of(exchange).path()));
  }

  private @Nullable Route routeOf(String path) {
    int end = 0;
    for (int segments = 0; segments < LONGEST_PREFIX && end < path.length(); segments++) {
      int slash = path.indexOf('/', end + 1);
      end = slash < 0 ? path.length() : slash;
      Route route = routes.get(path.substring(0, end));
      if (route != null) {
        return route;
      }
    }
    return null;
  }
}
