package io.emporium.events.websocket;

import io.emporium.events.HandledBy;
import io.emporium.events.LiveCommand;

/// What is to be shown live.
@HandledBy("websocket-service")
public sealed interface BroadcastCommand extends LiveCommand permits Broadcast {}
