package io.emporium.fleet.wall;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;

/// Writes and signs tokens with keys that are not the issuer's.
final class Forge {

  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

  /// The thief's own, good in itself.
  private final KeyPair rsa;

  private final KeyPair curve;

  Forge() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      rsa = generator.generateKeyPair();
      curve = KeyPairGenerator.getInstance("EC").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String encode(String text) {
    return URL.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static String encode(byte[] bytes) {
    return URL.encodeToString(bytes);
  }

  static String decode(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }

  String publicJwk(String keyId) {
    RSAPublicKey key = (RSAPublicKey) rsa.getPublic();
    return "{\"kty\":\"RSA\",\"kid\":\"%s\",\"use\":\"sig\",\"alg\":\"RS256\",\"n\":\"%s\",\"e\":\"%s\"}"
        .formatted(
            keyId, encode(unsigned(key.getModulus())), encode(unsigned(key.getPublicExponent())));
  }

  String rs(int bits, String header, String claims) {
    return signed("SHA" + bits + "withRSA", rsa, header, claims);
  }

  String ps256(String header, String claims) {
    return signed("RSASSA-PSS", rsa, header, claims);
  }

  String es256(String header, String claims) {
    return signed("SHA256withECDSAinP1363Format", curve, header, claims);
  }

  static String hs(int bits, byte[] secret, String header, String claims) {
    String content = encode(header) + "." + encode(claims);
    try {
      Mac mac = Mac.getInstance("HmacSHA" + bits);
      // An empty key is refused by Java; a zero byte is the same to HMAC.
      Key key = new SecretKeySpec(secret.length == 0 ? new byte[1] : secret, "HMAC");
      mac.init(key);
      return content + "." + encode(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String signed(String algorithm, KeyPair keys, String header, String claims) {
    String content = encode(header) + "." + encode(claims);
    try {
      Signature signature = Signature.getInstance(algorithm);
      if (algorithm.equals("RSASSA-PSS")) {
        signature.setParameter(
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
      }
      signature.initSign(keys.getPrivate());
      signature.update(content.getBytes(StandardCharsets.US_ASCII));
      return content + "." + encode(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The issuer's public key, as its JWKS tells it to everybody.
  static PublicKey publicKey(JsonNode jwk) {
    try {
      return KeyFactory.getInstance("RSA")
          .generatePublic(
              new RSAPublicKeySpec(
                  number(jwk.path("n").asString()), number(jwk.path("e").asString())));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] pem(PublicKey key) {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    return ("-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static BigInteger number(String base64) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(base64));
  }

  private static byte[] unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }
}
