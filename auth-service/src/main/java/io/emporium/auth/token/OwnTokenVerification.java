package io.emporium.auth.token;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import io.emporium.kit.security.TokenClaims;
import io.emporium.kit.security.TokenProperties;
import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/// Pins what all services pin, with the keys at hand: the issuer does not ask itself over HTTP.
@Configuration(proxyBeanMethods = false)
class OwnTokenVerification {

  @Bean
  JwtDecoder jwtDecoder(SigningKeys keys, TokenProperties properties) {
    JWKSource<SecurityContext> source =
        (selector, _) ->
            selector.select(new JWKSet(keys.served().stream().map(this::jwk).toList()));
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSource(source)
            .jwsAlgorithm(SignatureAlgorithm.RS256)
            .jwtProcessorCustomizer(
                processor ->
                    processor.setJWSTypeVerifier(
                        new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType(TokenClaims.TYPE))))
            .build();
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            new JwtTimestampValidator(properties.clockSkew()),
            new JwtIssuerValidator(properties.issuer()),
            jwt -> require(hasAudience(jwt), "The token is for another audience"),
            jwt -> require(jwt.getExpiresAt() != null, "The token never expires")));
    return decoder;
  }

  private JWK jwk(SigningKeys.PublicKey key) {
    return new RSAKey.Builder(key.key()).keyID(key.keyId()).build();
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
