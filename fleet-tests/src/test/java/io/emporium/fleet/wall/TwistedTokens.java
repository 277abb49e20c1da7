package io.emporium.fleet.wall;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import tools.jackson.databind.JsonNode;

/// What a thief makes of one good token and the issuer's public key.
public final class TwistedTokens {

  private static final String FAR = "99999999999";

  private final Forge forge = new Forge();
  private final Map<String, String> tokens = new LinkedHashMap<>();
  private final List<String> parts;
  private final String header;
  private final String claims;
  private final String keyId;
  private final JsonNode jwk;
  private final String trap;

  private TwistedTokens(String good, JsonNode jwks, String trap) {
    this.parts = List.of(good.split("\\."));
    this.header = Forge.decode(parts.get(0));
    this.claims = Forge.decode(parts.get(1));
    this.keyId = new Reply(200, "", header).json().path("kid").asString("");
    this.jwk = keyOf(jwks, keyId);
    this.trap = trap;
  }

  /// @param good a customer's access token
  /// @param jwks the issuer's, with the key that signed it
  /// @param trap where nobody must be lured to
  /// @return by what is wrong with it
  public static Map<String, String> of(String good, JsonNode jwks, String trap) {
    TwistedTokens twisted = new TwistedTokens(good, jwks, trap);
    twisted.shapeless();
    twisted.unsigned();
    twisted.edited();
    twisted.symmetric();
    twisted.otherKey();
    twisted.otherClaims();
    twisted.lures();
    twisted.keyIds();
    return twisted.tokens;
  }

  private static JsonNode keyOf(JsonNode jwks, String keyId) {
    for (JsonNode key : jwks.path("keys")) {
      if (key.path("kid").asString("").equals(keyId)) {
        return key;
      }
    }
    throw new IllegalArgumentException("the JWKS has no key " + keyId);
  }

  private void shapeless() {
    tokens.put("nonsense", "x.y.z");
    tokens.put("dots", "..");
    tokens.put("one part", parts.get(1));
    tokens.put("two parts", parts.get(0) + "." + parts.get(1));
    tokens.put("five parts, as if encrypted", String.join(".", parts) + ".a.b");
    tokens.put(
        "claims that are no JSON",
        parts.get(0) + "." + Forge.encode("claims") + "." + parts.get(2));
    tokens.put("no claims", parts.get(0) + ".." + parts.get(2));
    tokens.put("lower case", String.join(".", parts).toLowerCase(Locale.ROOT));
  }

  private void unsigned() {
    tokens.put("no signature", parts.get(0) + "." + parts.get(1) + ".");
    for (String none : List.of("none", "None", "NONE", "nOnE", "")) {
      String unsigned = Forge.encode(header("\"" + none + "\"")) + "." + parts.get(1) + ".";
      tokens.put("algorithm '" + none + "'", unsigned);
      tokens.put("algorithm '" + none + "', signature kept", unsigned + parts.get(2));
    }
    tokens.put(
        "algorithm null", Forge.encode(header("null")) + "." + parts.get(1) + "." + parts.get(2));
    tokens.put(
        "two algorithms",
        Forge.encode(header("[\"RS256\",\"none\"]")) + "." + parts.get(1) + "." + parts.get(2));
    tokens.put(
        "no algorithm",
        Forge.encode("{\"typ\":\"at+jwt\"}") + "." + parts.get(1) + "." + parts.get(2));
    tokens.put(
        "algorithm twice",
        Forge.encode("{\"alg\":\"RS256\",\"alg\":\"none\",\"typ\":\"at+jwt\"}")
            + "."
            + parts.get(1)
            + ".");
  }

  // The signature stays: it no longer fits what it signed.
  private void edited() {
    edit("another role", claims.replace("\"customer\"", "\"super_admin\""));
    edit("never expires", claims.replaceAll("\"exp\":\\d+", "\"exp\":" + FAR));
    edit("no expiry", claims.replaceAll("\"exp\":\\d+,?", ""));
    edit("another subject", claims.replaceAll("\"sub\":\"[^\"]*\"", "\"sub\":\"somebody\""));
    edit("another company", claims.replaceFirst("\\{", "{\"company_id\":\"x\","));
    edit("a role twice", claims.replaceFirst("\\{", "{\"role\":\"super_admin\","));
    edit("issued in the future", claims.replaceAll("\"iat_ms\":\\d+", "\"iat_ms\":" + FAR + "000"));
    tokens.put(
        "another type",
        Forge.encode(header.replace("at+jwt", "JWT")) + "." + parts.get(1) + "." + parts.get(2));
    tokens.put(
        "half a signature",
        parts.get(0) + "." + parts.get(1) + "." + parts.get(2).substring(0, 100));
  }

  private void edit(String name, String otherClaims) {
    if (otherClaims.equals(claims)) {
      throw new IllegalStateException("'" + name + "' changes nothing in " + claims);
    }
    tokens.put(name, parts.get(0) + "." + Forge.encode(otherClaims) + "." + parts.get(2));
  }

  // A verifier that believes `alg` takes the public key for a secret.
  private void symmetric() {
    PublicKey key = Forge.publicKey(jwk);
    Map<String, byte[]> secrets =
        Map.of(
            "PEM", Forge.pem(key),
            "DER", key.getEncoded(),
            "JWK", utf8(jwk.toString()),
            "modulus", utf8(jwk.path("n").asString()),
            "key id", utf8(keyId),
            "nothing", new byte[0]);
    secrets.forEach(
        (name, secret) ->
            tokens.put(
                "HS256 with the public key as " + name,
                Forge.hs(256, secret, header("\"HS256\""), promoted())));
    for (int bits : List.of(384, 512)) {
      tokens.put(
          "HS" + bits + " with the public key",
          Forge.hs(bits, Forge.pem(key), header("\"HS" + bits + "\""), promoted()));
    }
  }

  private void otherKey() {
    tokens.put("another key under the same id", forge.rs(256, header, promoted()));
    tokens.put("RS384 by another key", forge.rs(384, header("\"RS384\""), promoted()));
    tokens.put("RS512 by another key", forge.rs(512, header("\"RS512\""), promoted()));
    tokens.put("PS256 by another key", forge.ps256(header("\"PS256\""), promoted()));
    tokens.put("ES256 by another key", forge.es256(header("\"ES256\""), promoted()));
    tokens.put("RS256 said, ES256 done", forge.es256(header, promoted()));
  }

  private void otherClaims() {
    Map.of(
            "no expiry", claims.replaceAll("\"exp\":\\d+,?", ""),
            "not yet valid", claims.replaceFirst("\\{", "{\"nbf\":" + FAR + ","),
            "another issuer",
                claims.replaceAll("\"iss\":\"[^\"]*\"", "\"iss\":\"https://evil.example\""),
            "another audience",
                claims.replaceAll("\"aud\":(\"[^\"]*\"|\\[[^]]*])", "\"aud\":\"evil\""),
            "a claim twice", claims.replaceFirst("\\{", "{\"role\":\"super_admin\","),
            "a deep claim",
                claims.replaceFirst("\\{", "{\"x\":" + "[".repeat(3_000) + "]".repeat(3_000) + ","))
        .forEach(
            (name, other) -> tokens.put(name + ", by another key", forge.rs(256, header, other)));
    tokens.put("a refresh token's type", forge.rs(256, header.replace("at+jwt", "rt+jwt"), claims));
  }

  private void lures() {
    String own = forge.publicJwk("lure");
    lure("jku", "\"" + trap + "/jwks\"");
    lure("x5u", "\"" + trap + "/cert\"");
    lure("jwk", own);
    lure("x5c", "[\"MIIB\"]");
    lure("crit", "[\"exp\"]");
    lure("b64", "false");
    lure("zip", "\"DEF\"");
    lure("iss", "\"" + trap + "\"");
    lure("cty", "\"JWT\"");
  }

  private void lure(String name, String value) {
    String lured = header.replaceFirst("\\{", "{\"" + name + "\":" + value + ",");
    tokens.put("header " + name, forge.rs(256, lured, promoted()));
    tokens.put(
        "header " + name + " beside the right signature",
        Forge.encode(lured) + "." + parts.get(1) + "." + parts.get(2));
  }

  private void keyIds() {
    for (String id :
        List.of(
            "\"another\"",
            "\"../../../../../../dev/null\"",
            "\"' OR '1'='1\"",
            "{\"$ne\":null}",
            "\"" + trap + "/key\"",
            "\"\\u0000\"",
            "null",
            "\"" + "k".repeat(5_000) + "\"")) {
      String other =
          header.replaceFirst("\"kid\":\"[^\"]*\"", Matcher.quoteReplacement("\"kid\":" + id));
      String shown = id.length() > 40 ? "5,000 characters" : id;
      tokens.put("key id " + shown, forge.rs(256, other, promoted()));
    }
    tokens.put(
        "HS256 with an empty file's key",
        Forge.hs(
            256,
            new byte[0],
            "{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\"../../../../dev/null\"}",
            promoted()));
  }

  private String header(String algorithm) {
    return header.replaceFirst("\"alg\":\"[^\"]*\"", "\"alg\":" + algorithm);
  }

  private String promoted() {
    return claims.replace("\"customer\"", "\"super_admin\"");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
