package io.emporium.events.websocket;

import io.emporium.events.Command;
import io.emporium.events.HandledBy;

/// What is to be shown live.
@HandledBy("websocket-service")
public sealed interface BroadcastCommand extends Command permits Broadcast {}
