package io.emporium.events.user;

import io.emporium.events.Contract;

/// The owner of the address has proved it.
@Contract("user.email_verified")
public record UserEmailVerified(String userId, String email) implements UserEvent {}
