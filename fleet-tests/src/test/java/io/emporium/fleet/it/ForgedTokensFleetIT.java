package io.emporium.fleet.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.fleet.client.Answer;
import io.emporium.fleet.client.Api;
import io.emporium.fleet.roster.Roster;
import io.emporium.fleet.roster.Service;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Each service refuses by itself, on its own port, whatever the gateway would have done.
class ForgedTokensFleetIT {

  private static final Map<String, String> GUARDED =
      Map.ofEntries(
          Map.entry("auth-service", "/api/auth/me"),
          Map.entry("company-service", "/api/companies/mine"),
          Map.entry("shop-service", "/api/shops/unknown/staff"),
          Map.entry("ecommerce-service", "/api/customers/me"),
          Map.entry("sales-service", "/api/orders"),
          Map.entry("payment-service", "/api/payments"),
          Map.entry("inventory-service", "/api/inventory/v1/movements"),
          Map.entry("notification-service", "/api/notifications"),
          Map.entry("audit-service", "/api/audit"),
          Map.entry("analytics-service", "/api/analytics/dashboard"),
          Map.entry("debt-service", "/api/debts"));

  private final TestFleet fleet = new TestFleet();

  @TestFactory
  Stream<DynamicTest> everyServiceRefusesBadTokens() {
    String good = customerToken();
    return GUARDED.entrySet().stream()
        .flatMap(
            guarded ->
                badTokens(good).entrySet().stream()
                    .map(
                        token ->
                            DynamicTest.dynamicTest(
                                guarded.getKey() + ": " + token.getKey(),
                                () -> refuses(guarded, token.getValue()))));
  }

  @TestFactory
  Stream<DynamicTest> everyServiceIsHealthyOnItsOwnPort() {
    return Roster.SERVICES.stream()
        .map(Service::name)
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () ->
                        assertThat(fleet.direct(name).get("/health").expect(200).text("/status"))
                            .isEqualTo("UP")));
  }

  private void refuses(Map.Entry<String, String> guarded, String token) {
    Api service = fleet.direct(guarded.getKey());
    Answer answer = (token.isEmpty() ? service : service.as(token)).get(guarded.getValue());

    assertThat(answer.status()).as(answer.body()).isEqualTo(401);
    assertThat(answer.text("/code")).isEqualTo("unauthenticated");
  }

  private static Map<String, String> badTokens(String good) {
    List<String> parts = List.of(good.split("\\."));
    String claims = decode(parts.get(1));
    return Map.of(
        "none at all", "",
        "nonsense", "x.y.z",
        "no signature", parts.get(0) + "." + parts.get(1) + ".",
        "algorithm none",
            encode("{\"alg\":\"none\",\"typ\":\"at+jwt\"}") + "." + parts.get(1) + ".",
        "another role",
            parts.get(0)
                + "."
                + encode(claims.replace("\"customer\"", "\"super_admin\""))
                + "."
                + parts.get(2),
        "never expires",
            parts.get(0)
                + "."
                + encode(claims.replaceAll("\"exp\":\\d+", "\"exp\":99999999999"))
                + "."
                + parts.get(2),
        "symmetric key",
            encode("{\"alg\":\"HS256\",\"typ\":\"at+jwt\"}")
                + "."
                + parts.get(1)
                + "."
                + parts.get(2));
  }

  private String customerToken() {
    return fleet
        .gateway()
        .post(
            "/api/auth/register",
            Map.of("email", "forger-" + System.nanoTime() + "@example.com", "password", "Test123!"))
        .expect(201)
        .text("/accessToken");
  }

  private static String encode(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String decode(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }
}
