package io.emporium.auth.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the client holds: the id of its family, by which it is found, and 256 secret bits, of which
/// only the digest is stored.
public record RefreshToken(String familyId, String secret) {

  private static final Pattern SHAPE = Pattern.compile("([A-Za-z0-9-]{1,64})\\.([\\w-]{43})");

  /// @return empty for what never was one of ours
  public static Optional<RefreshToken> parse(String text) {
    var matcher = SHAPE.matcher(text);
    return matcher.matches()
        ? Optional.of(new RefreshToken(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  String digest() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  public String text() {
    return familyId + "." + secret;
  }

  /// Never into a log.
  @Override
  public String toString() {
    return "RefreshToken[" + familyId + "]";
  }
}
