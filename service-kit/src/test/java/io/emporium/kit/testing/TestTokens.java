package io.emporium.kit.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.opts.AllowWeakRSAKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.emporium.kit.security.Role;
import io.emporium.kit.security.TokenClaims;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Access tokens as auth-service issues them, from a key that this test run serves over HTTP beside
/// a list of revocations.
public final class TestTokens {

  // Weak, since tests do little else as costly as signing: each call gets a token of its own.
  private static final int KEY_BITS = 512;
  private static final RSAKey KEY = newKey("test-key");
  private static final List<String> REVOKED = new CopyOnWriteArrayList<>();
  private static final HttpServer SERVER = serve();

  private TestTokens() {}

  static URI jwksUri() {
    return URI.create("http://127.0.0.1:" + SERVER.getAddress().getPort() + "/jwks");
  }

  public static String superAdmin() {
    return token("super-1", Role.SUPER_ADMIN, claims -> {});
  }

  public static String companyAdmin(String companyId) {
    return token(
        "admin-of-" + companyId,
        Role.COMPANY_ADMIN,
        claims -> claims.claim(TokenClaims.COMPANY, companyId));
  }

  public static String manager(String companyId, String... shopIds) {
    return staff("manager-of-" + companyId, Role.SHOP_MANAGER, companyId, shopIds);
  }

  public static String shopStaff(String companyId, String... shopIds) {
    return staff("staff-of-" + companyId, Role.SHOP_STAFF, companyId, shopIds);
  }

  public static String customer(String userId) {
    return token(userId, Role.CUSTOMER, claims -> {});
  }

  private static String staff(String userId, Role role, String companyId, String... shopIds) {
    return token(
        userId,
        role,
        claims ->
            claims
                .claim(TokenClaims.COMPANY, companyId)
                .claim(TokenClaims.SHOPS, List.of(shopIds)));
  }

  /// Enters a user into the list, without any event: all tokens issued so far are void.
  public static void revoke(String userId) {
    Instant now = Instant.now().plusMillis(1);
    REVOKED.add("{\"kind\":\"user\",\"id\":\"" + userId + "\",\"notBefore\":\"" + now + "\"}");
  }

  /// A valid token, twisted at will.
  public static String token(String userId, Role role, Consumer<JWTClaimsSet.Builder> twist) {
    Instant now = Instant.now();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer("https://auth.emporium.local")
            .audience(TokenClaims.AUDIENCE)
            .subject(userId)
            .claim(TokenClaims.EMAIL, userId + "@example.com")
            .claim(TokenClaims.ROLE, role.wireName())
            .claim(TokenClaims.ISSUED_AT_MILLIS, now.toEpochMilli())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(Duration.ofMinutes(10))));
    twist.accept(claims);
    return sign(KEY, claims.build(), TokenClaims.TYPE);
  }

  public static RSAKey newKey(String keyId) {
    try {
      return new RSAKeyGenerator(KEY_BITS, true).keyID(keyId).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  public static String sign(RSAKey key, JWTClaimsSet claims, String type) {
    try {
      SignedJWT jwt =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256)
                  .keyID(key.getKeyID())
                  .type(new JOSEObjectType(type))
                  .build(),
              claims);
      jwt.sign(new RSASSASigner(key, Set.of(AllowWeakRSAKey.getInstance())));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String revocations() {
    return "{\"revocations\":["
        + String.join(",", REVOKED)
        + "],\"next\":\""
        + Instant.now()
        + "\",\"complete\":true}";
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static HttpServer serve() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      String keys = new JWKSet(KEY.toPublicJWK()).toString();
      server.createContext("/jwks", exchange -> answer(exchange, keys));
      server.createContext("/internal/revocations", exchange -> answer(exchange, revocations()));
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
