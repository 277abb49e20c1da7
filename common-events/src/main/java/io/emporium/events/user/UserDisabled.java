package io.emporium.events.user;

import io.emporium.events.Contract;

/// The account can no longer sign in.
@Contract("user.disabled")
public record UserDisabled(String userId, String reason) implements UserEvent {}
