package io.emporium.events.user;

import io.emporium.events.Contract;

/// A disabled account may sign in again.
@Contract("user.enabled")
public record UserEnabled(String userId) implements UserEvent {}
