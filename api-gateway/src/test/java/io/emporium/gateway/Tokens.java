package io.emporium.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/// What auth-service would issue, and what it never would.
final class Tokens {

  private static final RSAKey KEY = newKey("known");
  private static final List<JWK> SERVED = new CopyOnWriteArrayList<>(List.of(KEY.toPublicJWK()));

  private Tokens() {}

  static String publicKeys() {
    return new JWKSet(List.copyOf(SERVED)).toString();
  }

  static String good(String user) {
    return token(KEY, "at+jwt", user, Instant.now().plusSeconds(600));
  }

  static String expired() {
    return token(KEY, "at+jwt", "user-1", Instant.now().minusSeconds(600));
  }

  /// Signed by a key that is served from now on.
  static String afterRotation() {
    RSAKey next = newKey("next");
    SERVED.add(next.toPublicJWK());
    return token(next, "at+jwt", "user-1", Instant.now().plusSeconds(600));
  }

  static Stream<String> bad() {
    String good = good("user-1");
    String unsigned = good.substring(0, good.lastIndexOf('.') + 1);
    return Stream.of(
        expired(),
        token(newKey("known"), "at+jwt", "user-1", Instant.now().plusSeconds(600)),
        token(newKey("never-served"), "at+jwt", "user-1", Instant.now().plusSeconds(600)),
        token(KEY, "JWT", "user-1", Instant.now().plusSeconds(600)),
        unsigned,
        "eyJhbGciOiJub25lIiwidHlwIjoiYXQrand0In0.e30.",
        "nonsense",
        "x".repeat(8_000));
  }

  private static String token(RSAKey key, String type, String user, Instant expiry) {
    try {
      SignedJWT jwt =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256)
                  .keyID(key.getKeyID())
                  .type(new JOSEObjectType(type))
                  .build(),
              new JWTClaimsSet.Builder()
                  .issuer("https://auth.emporium.local")
                  .audience("emporium")
                  .subject(user)
                  .expirationTime(Date.from(expiry))
                  .build());
      jwt.sign(new RSASSASigner(key));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RSAKey newKey(String keyId) {
    try {
      return new RSAKeyGenerator(2048).keyID(keyId).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
