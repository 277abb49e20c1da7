package io.emporium.websocket.live;

import io.emporium.events.Envelope;
import java.time.Instant;

/// What a watcher receives.
///
/// @param type wire name of the event, or the kind of a broadcast
/// @param id of the event: a repetition has the same
/// @param time when it happened
public record LiveMessage(String type, String id, Instant time, Object data) {

  static LiveMessage of(Envelope<?> envelope, Object data) {
    return new LiveMessage(envelope.type(), envelope.id(), envelope.time(), data);
  }
}
