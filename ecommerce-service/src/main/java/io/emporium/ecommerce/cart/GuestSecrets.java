package io.emporium.ecommerce.cart;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Secrets that open the carts of guests. Who knows one holds the cart, so it cannot be guessed,
/// and nobody but this service makes one.
@Component
public class GuestSecrets {

  private static final int BYTES = 24;
  private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9_-]{32}");

  private final SecureRandom random;

  GuestSecrets(SecureRandom random) {
    this.random = random;
  }

  String next() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static boolean isAcceptable(@Nullable String secret) {
    return secret != null && ACCEPTABLE.matcher(secret).matches();
  }
}
