package io.emporium.auth.token.web;

import io.emporium.auth.token.SigningKeys.PublicKey;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// A JSON Web Key Set, RFC 7517.
record JwksResponse(List<Key> keys) {

  record Key(String kty, String use, String alg, String kid, String n, String e) {

    static Key from(PublicKey key) {
      return new Key(
          "RSA",
          "sig",
          "RS256",
          key.keyId(),
          unsigned(key.key().getModulus()),
          unsigned(key.key().getPublicExponent()));
    }

    // The format wants the number without the sign byte that Java puts before it.
    private static String unsigned(BigInteger number) {
      byte[] bytes = number.toByteArray();
      byte[] magnitude = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
      return Base64.getUrlEncoder().withoutPadding().encodeToString(magnitude);
    }
  }
}
