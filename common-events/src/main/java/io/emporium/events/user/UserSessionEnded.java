package io.emporium.events.user;

import io.emporium.events.Contract;

/// One session of the user is over; its access tokens are void. `sessionId` is the `sid` of the
/// tokens.
@Contract("user.session_ended")
public record UserSessionEnded(String userId, String sessionId, String reason)
    implements UserEvent {}
