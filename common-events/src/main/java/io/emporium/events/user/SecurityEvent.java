package io.emporium.events.user;

import io.emporium.events.Fact;
import io.emporium.events.PublishedBy;

/// What an operator watches: attacks and their traces.
@PublishedBy("auth-service")
public sealed interface SecurityEvent extends Fact
    permits AccountThrottled, LoginFailed, RefreshReuseDetected {}
