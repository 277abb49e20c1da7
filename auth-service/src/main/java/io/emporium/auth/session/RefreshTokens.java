package io.emporium.auth.session;

import io.emporium.auth.account.PasswordProperties;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/// Makes refresh tokens.
///
/// A successor is computed from the token that it follows and from a random salt that its family
/// keeps, under a key that is not in the database. So whoever sends one token twice, because the
/// answer was lost or because two tabs refresh at once, gets the same successor twice, though it is
/// stored nowhere; and nobody else can compute it.
@Component
class RefreshTokens {

  private static final String MAC = "HmacSHA256";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;

  RefreshTokens(PasswordProperties secrets) {
    byte[] pepper = secrets.pepper().getBytes(StandardCharsets.UTF_8);
    this.key = new SecretKeySpec(mac(new SecretKeySpec(pepper, MAC), "emporium refresh v1"), MAC);
  }

  RefreshToken first(String familyId) {
    return new RefreshToken(familyId, salt());
  }

  RefreshToken successor(RefreshToken spent, String salt) {
    return new RefreshToken(spent.familyId(), text(mac(key, salt + "." + spent.secret())));
  }

  /// 256 random bits.
  String salt() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return text(bytes);
  }

  private static byte[] mac(SecretKeySpec key, String text) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + MAC, e);
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
