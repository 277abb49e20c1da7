package io.emporium.notification.channel;

import org.jspecify.annotations.Nullable;

/// What a provider is handed.
///
/// @param id the same for every attempt, so that a repetition is recognisable where the provider
///   can tell
/// @param to mail address, phone number or device token
public record OutgoingMessage(
    String id, String to, String title, String text, @Nullable String html) {}
