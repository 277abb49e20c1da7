package io.emporium.kit.security;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param jwksUri where auth-service serves its public keys
/// @param issuer the only issuer that is believed
/// @param clockSkew tolerated between issuer and verifier
/// @param revocationsUri where auth-service lists revocations; beside its keys when left out
/// @param revocationInterval how often what is new in that list is read
/// @param revocationGrace how long tokens are believed when the list cannot be read; longer than an
///   access token lives makes no sense
@ConfigurationProperties("emporium.token")
public record TokenProperties(
    @DefaultValue("http://127.0.0.1:8001/api/auth/jwks") URI jwksUri,
    @DefaultValue("https://auth.emporium.local") String issuer,
    @DefaultValue("5s") Duration clockSkew,
    @Nullable URI revocationsUri,
    @DefaultValue("3s") Duration revocationInterval,
    @DefaultValue("15m") Duration revocationGrace) {

  URI revocations() {
    return revocationsUri == null ? jwksUri.resolve("/internal/revocations") : revocationsUri;
  }
}
