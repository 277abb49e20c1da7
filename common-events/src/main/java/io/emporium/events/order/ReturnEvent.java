package io.emporium.events.order;

import io.emporium.events.Fact;
import io.emporium.events.PublishedBy;

/// Facts about returns.
@PublishedBy("sales-service")
public sealed interface ReturnEvent extends Fact
    permits ReturnApproved, ReturnReceived, ReturnRejected, ReturnRequested {}
