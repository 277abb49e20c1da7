package io.emporium.localstack.webhook;

import io.emporium.localstack.http.Json;
import tools.jackson.databind.node.ObjectNode;

/// What is scripted for the next notifications of a provider, of one type or of any.
record Mishap(String provider, String type, Kind kind, int count, long delayMillis) {

  enum Kind {
    DUPLICATE,
    DELAY,
    REORDER,
    DROP
  }

  boolean fits(String provider, String type) {
    return (this.provider.isEmpty() || this.provider.equals(provider))
        && (this.type.isEmpty() || type.startsWith(this.type));
  }

  Mishap usedOnce() {
    return new Mishap(provider, type, kind, count - 1, delayMillis);
  }

  ObjectNode toJson() {
    return Json.object()
        .put("provider", provider)
        .put("type", type)
        .put("action", kind.name())
        .put("count", count)
        .put("delayMillis", delayMillis);
  }
}
