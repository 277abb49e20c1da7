package io.emporium.fleet.story;

import io.emporium.fleet.client.Answer;
import io.emporium.fleet.client.Api;
import java.util.List;

/// Last chapter: the ten routes that the seed document names, with its methods and paths.
final class SeedRoutes {

  private record Route(String method, String path) {}

  private static final List<Route> ROUTES =
      List.of(
          new Route("POST", "/api/auth/register"),
          new Route("POST", "/api/auth/login"),
          new Route("GET", "/api/products"),
          new Route("POST", "/api/cart/items"),
          new Route("POST", "/api/orders"),
          new Route("POST", "/api/payments/process"),
          new Route("GET", "/api/inventory/v1/products"),
          new Route("POST", "/api/companies"),
          new Route("POST", "/api/shops"),
          new Route("GET", "/api/analytics/dashboard"));

  private final Cast cast;
  private final StoryTeller teller;

  SeedRoutes(Cast cast, StoryTeller teller) {
    this.cast = cast;
    this.teller = teller;
  }

  void play() {
    teller.chapter("The seed's ten routes");
    teller.step("Each answers, and bad input gets a problem that names it", this::answer);
  }

  private String answer() {
    for (Route route : ROUTES) {
      Api caller = route.path().endsWith("companies") ? cast.superAdmin : callerOf(route);
      Answer answer =
          caller.send(route.method(), route.path(), route.method().equals("POST") ? "{}" : null);
      int expected = route.method().equals("POST") ? 400 : 200;
      var _ = answer.expect(expected);
      if (expected == 400) {
        answer.text("/errors/0/pointer");
      }
    }
    return ROUTES.size() + " routes";
  }

  private Api callerOf(Route route) {
    return switch (route.path()) {
      case "/api/auth/register", "/api/auth/login", "/api/products" -> cast.anyone;
      case "/api/shops", "/api/analytics/dashboard", "/api/inventory/v1/products" -> cast.admin;
      default -> cast.customer;
    };
  }
}
