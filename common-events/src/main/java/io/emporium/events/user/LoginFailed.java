package io.emporium.events.user;

import io.emporium.events.Contract;
import org.jspecify.annotations.Nullable;

/// A sign-in was refused. `userId` is null for an unknown address.
@Contract("security.login_failed")
public record LoginFailed(@Nullable String userId, String address, String reason)
    implements SecurityEvent {}
