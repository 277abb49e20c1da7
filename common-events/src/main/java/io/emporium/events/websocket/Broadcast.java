package io.emporium.events.websocket;

import io.emporium.events.Contract;
import java.util.Map;

/// Send `payload` to every subscriber of a topic of the company: `topic` is orders, inventory or
/// analytics; `kind` names the message.
@Contract("websocket.broadcast")
public record Broadcast(String topic, String kind, Map<String, String> payload)
    implements BroadcastCommand {}
