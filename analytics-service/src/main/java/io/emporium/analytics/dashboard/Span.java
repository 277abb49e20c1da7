package io.emporium.analytics.dashboard;

import java.time.Instant;
import org.bson.Document;

/// From an instant to just before another.
public record Span(Instant from, Instant to) {

  Document over(String field) {
    return new Document(field, new Document("$gte", from).append("$lt", to));
  }
}
