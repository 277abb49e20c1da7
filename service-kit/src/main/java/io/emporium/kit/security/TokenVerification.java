package io.emporium.kit.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/// How access tokens are verified: RS256 alone, keys from auth-service alone (headers that point
/// elsewhere are ignored), and issuer, audience, type and times pinned.
public final class TokenVerification {

  private static final int CONNECT_TIMEOUT_MILLIS = 2_000;
  private static final int READ_TIMEOUT_MILLIS = 3_000;
  private static final int MAX_JWKS_BYTES = 64 * 1024;
  private static final Duration CACHE = Duration.ofMinutes(5);
  private static final Duration OUTAGE = Duration.ofHours(12);

  private TokenVerification() {}

  public static NimbusJwtDecoder decoder(TokenProperties properties) {
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSource(keys(properties))
            .jwsAlgorithm(SignatureAlgorithm.RS256)
            .jwtProcessorCustomizer(
                processor ->
                    processor.setJWSTypeVerifier(
                        new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType(TokenClaims.TYPE))))
            .build();
    decoder.setJwtValidator(validator(properties));
    return decoder;
  }

  /// Keys are kept while auth-service is away: its outage must not be everybody's.
  private static JWKSource<SecurityContext> keys(TokenProperties properties) {
    try {
      return JWKSourceBuilder.create(
              properties.jwksUri().toURL(),
              new DefaultResourceRetriever(
                  CONNECT_TIMEOUT_MILLIS, READ_TIMEOUT_MILLIS, MAX_JWKS_BYTES))
          .cache(CACHE.toMillis(), READ_TIMEOUT_MILLIS * 2L)
          .refreshAheadCache(false)
          .rateLimited(1_000)
          .outageTolerant(OUTAGE.toMillis())
          .build();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("emporium.token.jwks-uri is no URL", e);
    }
  }

  static OAuth2TokenValidator<Jwt> validator(TokenProperties properties) {
    return new DelegatingOAuth2TokenValidator<>(
        new JwtTimestampValidator(properties.clockSkew()),
        new JwtIssuerValidator(properties.issuer()),
        jwt -> require(hasAudience(jwt), "The token is for another audience"),
        jwt -> require(jwt.getExpiresAt() != null, "The token never expires"));
  }

  private static boolean hasAudience(Jwt jwt) {
    return Objects.requireNonNullElse(jwt.getAudience(), List.<String>of())
        .contains(TokenClaims.AUDIENCE);
  }

  private static OAuth2TokenValidatorResult require(boolean holds, String otherwise) {
    return holds
        ? OAuth2TokenValidatorResult.success()
        : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", otherwise, null));
  }
}
