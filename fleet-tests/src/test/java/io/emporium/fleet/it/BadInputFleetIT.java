package io.emporium.fleet.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.fleet.bench.BenchShop;
import io.emporium.fleet.client.Answer;
import io.emporium.fleet.client.Api;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/// Every endpoint of the story, fed with what no client should send.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputFleetIT {

  private record Endpoint(String service, String method, String path) {}

  private static final List<String> BODIES =
      List.of(
          "",
          "{",
          "null",
          "[]",
          "7",
          "\"text\"",
          "{}",
          "{\"unknown\":1}",
          "{\"email\":7,\"name\":[],\"items\":{},\"lines\":0,\"orderId\":{},\"amount\":\"x\"}",
          "{\"$where\":\"1\",\"a.b\":1}",
          "{\"name\":\"\\u0000\",\"email\":\"\\u0000\",\"items\":[null],\"lines\":[null]}",
          "{\"items\":[{\"productId\":\"x\",\"quantity\":-1}],\"quantity\":99999999999999999999}",
          "[".repeat(2_000));

  private static final List<Endpoint> ENDPOINTS =
      List.of(
          new Endpoint("auth-service", "POST", "/api/auth/register"),
          new Endpoint("auth-service", "POST", "/api/auth/login"),
          new Endpoint("auth-service", "POST", "/api/auth/refresh"),
          new Endpoint("auth-service", "POST", "/api/users"),
          new Endpoint("company-service", "POST", "/api/companies"),
          new Endpoint("shop-service", "POST", "/api/shops"),
          new Endpoint("ecommerce-service", "POST", "/api/products"),
          new Endpoint("ecommerce-service", "POST", "/api/cart/items"),
          new Endpoint("sales-service", "POST", "/api/orders"),
          new Endpoint("payment-service", "POST", "/api/payments/process"),
          new Endpoint("payment-service", "POST", "/api/payments/webhooks/stripe"),
          new Endpoint("payment-service", "POST", "/api/payments/webhooks/paypal"),
          new Endpoint("inventory-service", "POST", "/api/inventory/v1/warehouses"),
          new Endpoint("inventory-service", "POST", "/api/inventory/v1/receipts"),
          new Endpoint("inventory-service", "POST", "/api/inventory/v1/adjustments"),
          new Endpoint("debt-service", "POST", "/api/debts"));

  private static final List<String> QUERIES =
      List.of(
          "/api/products?page=-1",
          "/api/products?size=1000",
          "/api/products?minPrice=cheap",
          "/api/products?sort=password",
          "/api/orders?page=x",
          "/api/notifications?size=0",
          "/api/analytics/dashboard?period=never",
          "/api/audit?size=1e9");

  private final TestFleet fleet = new TestFleet();
  private Api superAdmin = fleet.gateway();
  private Api admin = fleet.gateway();
  private Api customer = fleet.gateway();

  @BeforeAll
  void signIn() {
    BenchShop shop = fleet.openShop("bad" + System.nanoTime() % 100_000_000);
    admin = shop.manager();
    customer = shop.customers(1, 1).getFirst();
    superAdmin =
        fleet
            .gateway()
            .as(
                fleet
                    .gateway()
                    .post(
                        "/api/auth/login",
                        Map.of(
                            "email", fleet.context().settings().get("SUPER_ADMIN_EMAIL"),
                            "password", fleet.context().settings().get("SUPER_ADMIN_PASSWORD")))
                    .expect(200)
                    .text("/accessToken"));
  }

  @TestFactory
  Stream<DynamicTest> badBodiesAreRefusedWithAReason() {
    return ENDPOINTS.stream()
        .flatMap(
            endpoint ->
                BODIES.stream()
                    .map(
                        body ->
                            DynamicTest.dynamicTest(
                                endpoint.path() + " <- " + shortened(body),
                                () ->
                                    refuses(
                                        caller(endpoint).send("POST", endpoint.path(), body)))));
  }

  @TestFactory
  Stream<DynamicTest> badQueriesAreRefusedWithAReason() {
    return QUERIES.stream()
        .map(
            query ->
                DynamicTest.dynamicTest(
                    query,
                    () -> {
                      Answer answer = reader(query).get(query);
                      refuses(answer);
                      assertThat(answer.status()).isEqualTo(400);
                    }));
  }

  @AfterAll
  void noServiceCalledItAFault() throws Exception {
    for (String service : ENDPOINTS.stream().map(Endpoint::service).distinct().toList()) {
      assertThat(fleet.log(service)).as(service + "'s log").doesNotContain("\"unforeseen\"");
    }
  }

  private static void refuses(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
    assertThat(answer.text("/code")).isNotBlank();
    assertThat(answer.text("/correlationId")).isNotBlank();
    assertThat(answer.body()).doesNotContain("Exception").doesNotContain("io.emporium");
  }

  private Api caller(Endpoint endpoint) {
    return switch (endpoint.path()) {
      case "/api/companies", "/api/users" -> superAdmin;
      case "/api/orders", "/api/payments/process", "/api/cart/items" -> customer;
      default -> endpoint.path().startsWith("/api/auth") ? fleet.gateway() : admin;
    };
  }

  private Api reader(String query) {
    return query.startsWith("/api/orders") || query.startsWith("/api/notifications")
        ? customer
        : admin;
  }

  private static String shortened(String body) {
    return body.length() <= 60 ? body : body.substring(0, 60) + "…";
  }
}
