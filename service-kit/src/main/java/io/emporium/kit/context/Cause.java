package io.emporium.kit.context;

import org.jspecify.annotations.Nullable;

/// What set the present work in motion: a request, a message or a job. Bound for the length of a
/// call with [#CURRENT]; stores copy it into what they publish.
///
/// @param correlationId one id for everything that one request set in motion
/// @param actor id of the user, or [#SYSTEM]
/// @param messageId source and id of the message being handled, `sales-service:42:1:0`; null
///   outside consumers
/// @param traceparent W3C trace context as received, where there is one
public record Cause(
    String correlationId, String actor, @Nullable String messageId, @Nullable String traceparent) {

  public static final String SYSTEM = "system";

  public static final ScopedValue<Cause> CURRENT = ScopedValue.newInstance();

  private static final Cause NONE = new Cause("none", SYSTEM, null, null);

  /// The bound cause; a job that nobody asked for runs as [#SYSTEM] without correlation.
  public static Cause current() {
    return CURRENT.orElse(NONE);
  }

  /// A job with a correlation id of its own.
  public static Cause ofJob(String correlationId) {
    return new Cause(correlationId, SYSTEM, null, null);
  }
}
