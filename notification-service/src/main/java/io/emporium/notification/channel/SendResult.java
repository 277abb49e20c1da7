package io.emporium.notification.channel;

/// How a provider answered.
public sealed interface SendResult {

  /// Taken.
  ///
  /// @param reference the provider's own id
  record Sent(String reference) implements SendResult {}

  /// Refused for good: another attempt would be refused alike.
  record Rejected(String reason) implements SendResult {}

  /// Nobody knows whether it was taken, or it may be taken later.
  record NoAnswer(String reason) implements SendResult {}
}
