package io.emporium.kit.context;

import java.util.function.Supplier;

/// A message that is handled in several writes is consumed by the last of them alone. The writes
/// before it must not enter its id into an inbox: after a crash between them, the redelivered
/// message would be taken for done.
public final class Steps {

  private Steps() {}

  /// Writes on the way: same correlation and actor, but no message is consumed.
  public static <T> T onTheWay(Supplier<T> work) {
    Cause cause = Cause.current();
    Cause step = new Cause(cause.correlationId(), cause.actor(), null, cause.traceparent());
    return ScopedValue.where(Cause.CURRENT, step).call(work::get);
  }
}
