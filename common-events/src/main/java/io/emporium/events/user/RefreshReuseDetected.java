package io.emporium.events.user;

import io.emporium.events.Contract;

/// A spent refresh token came back: the whole family has been revoked.
@Contract("security.refresh_reuse_detected")
public record RefreshReuseDetected(String userId, String familyId, String address)
    implements SecurityEvent {}
