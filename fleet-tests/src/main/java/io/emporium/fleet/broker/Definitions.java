package io.emporium.fleet.broker;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// What RabbitMQ loads at every start of an own node: one virtual host and the configured user. So
/// a changed password takes effect, and no password stands in a configuration file.
final class Definitions {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int SALT_BYTES = 4;

  private Definitions() {}

  static String json(String username, String password) {
    var salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    var user =
        Map.of(
            "name",
            username,
            "password_hash",
            hash(salt, password),
            "hashing_algorithm",
            "rabbit_password_hashing_sha256",
            "tags",
            "administrator");
    var permission =
        Map.of("user", username, "vhost", "/", "configure", ".*", "write", ".*", "read", ".*");
    return JSON.writeValueAsString(
        Map.of(
            "vhosts", List.of(Map.of("name", "/")),
            "users", List.of(user),
            "permissions", List.of(permission)));
  }

  /// RabbitMQ's own form: salt, then SHA-256 of salt and password.
  static String hash(byte[] salt, String password) {
    var digest = sha256();
    digest.update(salt);
    var hashed = digest.digest(password.getBytes(StandardCharsets.UTF_8));
    var salted = Arrays.copyOf(salt, salt.length + hashed.length);
    System.arraycopy(hashed, 0, salted, salt.length, hashed.length);
    return Base64.getEncoder().encodeToString(salted);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
