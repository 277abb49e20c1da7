package io.emporium.fleet.it;

import io.emporium.fleet.client.Api;
import io.emporium.fleet.control.Twin;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/// Tokens signed with the fleet's own key that are nevertheless no good: an auth-service beside the
/// fleet's issues them under other settings.
final class ShortLivedToken {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final TestFleet fleet;

  ShortLivedToken(TestFleet fleet) {
    this.fleet = fleet;
  }

  /// Expires a second after it was issued; six seconds later no clock skew saves it.
  String superAdmin() throws IOException, InterruptedException {
    return issued(Map.of("EMPORIUM_AUTH_SIGNING_ACCESSTOKENLIFETIME", "1s"));
  }

  /// In force, but from an issuer that nobody trusts.
  String ofAnotherIssuer() throws IOException, InterruptedException {
    return issued(Map.of("EMPORIUM_JWT_ISSUER", "https://auth.elsewhere.example"));
  }

  private String issued(Map<String, String> settings) throws IOException, InterruptedException {
    try (Twin twin = Twin.start(fleet.context(), "auth-service", settings, PATIENCE)) {
      Map<String, String> words =
          Map.of(
              "email", fleet.context().settings().get("SUPER_ADMIN_EMAIL"),
              "password", fleet.context().settings().get("SUPER_ADMIN_PASSWORD"));
      return new Api(twin.url()).post("/api/auth/login", words).expect(200).text("/accessToken");
    }
  }
}
