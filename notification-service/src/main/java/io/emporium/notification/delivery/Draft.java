package io.emporium.notification.delivery;

import io.emporium.notification.channel.Channel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// A delivery before it exists.
///
/// @param eventId id of the message that asks for it
/// @param address overrides what is known of the recipient
/// @param correlationId of what set it in motion
public record Draft(
    String eventId,
    String template,
    String userId,
    Channel channel,
    Lane lane,
    @Nullable String address,
    @Nullable String companyId,
    String correlationId) {

  private static final int ID_BYTES = 16;

  /// The same for the same event, template, recipient and channel: told once, however often it is
  /// asked.
  public String id() {
    String key = String.join("\n", eventId, template, userId, channel.wireName());
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return "ntf-" + HexFormat.of().formatHex(hash, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
