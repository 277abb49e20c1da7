package io.emporium.audit.trail.web;

import io.emporium.kit.problem.Refusal;
import io.emporium.kit.web.InstantFromText;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Instant;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// What is left out does not matter.
///
/// @param from first instant, ISO-8601
/// @param to first instant that is no longer wanted
/// @param after id of the last entry seen
record AuditSearchRequest(
    @Nullable @Size(max = 100) String correlationId,
    @Nullable @Size(max = 100) String actor,
    @Nullable @Size(max = 300) String target,
    @Nullable @Size(max = 100) String type,
    @Nullable @Size(max = 20) String result,
    @Nullable @Size(max = 50) String source,
    @Nullable @Size(max = 40) String from,
    @Nullable @Size(max = 40) String to,
    @Nullable @Size(max = 300) String after) {

  private static final InstantFromText INSTANTS = new InstantFromText();

  Document toFilter() {
    Document filter = new Document();
    equal(filter, "correlationId", correlationId);
    equal(filter, "actor", actor);
    equal(filter, "target", target);
    equal(filter, "type", type);
    equal(filter, "result", result);
    equal(filter, "source", source);
    Document range = new Document();
    equal(range, "$gte", from == null ? null : instant("from", from));
    equal(range, "$lt", to == null ? null : instant("to", to));
    return range.isEmpty() ? filter : filter.append("occurredAt", range);
  }

  private static void equal(Document filter, String field, @Nullable Object value) {
    if (value != null) {
      filter.append(field, value);
    }
  }

  private static Instant instant(String name, String text) {
    try {
      return INSTANTS.convert(text);
    } catch (DateTimeException e) {
      throw Refusal.invalid(name, "must be an instant such as 2026-11-23T09:30:00Z");
    }
  }
}
