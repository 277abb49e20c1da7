package io.emporium.auth.mail;

import io.emporium.kit.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a letter carries: the id of the document that remembers it, by which it is found, and 256
/// random bits, of which only the digest is stored.
///
/// @param subjectId of the account or invitation
public record OneUseToken(Purpose purpose, String subjectId, String secret) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern SHAPE =
      Pattern.compile("([a-z]{2})_([A-Za-z0-9-]{1,64})\\.([\\w-]{43})");

  static OneUseToken fresh(Purpose purpose, String subjectId) {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return new OneUseToken(
        purpose, subjectId, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /// @return empty for what never was one of ours, or is for another purpose
  public static Optional<OneUseToken> parse(Purpose purpose, String text) {
    var matcher = SHAPE.matcher(text);
    return matcher.matches() && matcher.group(1).equals(purpose.mark())
        ? Optional.of(new OneUseToken(purpose, matcher.group(2), matcher.group(3)))
        : Optional.empty();
  }

  public String text() {
    return purpose.mark() + "_" + subjectId + "." + secret;
  }

  /// Of the whole token: one of another purpose or subject never has the same.
  public String digest() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// One answer for unknown, spent, replaced and late ones.
  public static Refusal notGood() {
    return Refusal.rule("invalid_token", "The link is not, or no longer, good: ask for a new one");
  }

  /// Never into a log.
  @Override
  public String toString() {
    return "OneUseToken[" + purpose + " of " + subjectId + "]";
  }
}
