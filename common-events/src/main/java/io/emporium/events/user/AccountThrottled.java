package io.emporium.events.user;

import io.emporium.events.Contract;
import java.time.Instant;

/// Too many failures: further attempts from that source wait until `until`.
@Contract("security.account_throttled")
public record AccountThrottled(String userId, String address, Instant until)
    implements SecurityEvent {}
