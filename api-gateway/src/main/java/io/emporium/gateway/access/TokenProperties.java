package io.emporium.gateway.access;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param jwksUri where auth-service serves its public keys
/// @param issuer the only issuer that is believed
/// @param clockSkew tolerated between issuer and verifier
@ConfigurationProperties("emporium.token")
public record TokenProperties(
    @DefaultValue("http://127.0.0.1:8001/api/auth/jwks") URI jwksUri,
    @DefaultValue("https://auth.emporium.local") String issuer,
    @DefaultValue("5s") Duration clockSkew) {}
