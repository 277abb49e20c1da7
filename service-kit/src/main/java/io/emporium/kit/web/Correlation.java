package io.emporium.kit.web;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// The id that ties together everything that one request set in motion.
public final class Correlation {

  public static final String HEADER = "X-Correlation-Id";
  public static final String MDC_KEY = "correlationId";

  // What goes into logs and headers must not be able to forge them.
  private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  // W3C Trace Context, version-trace-parent-flags.
  private static final Pattern TRACE =
      Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

  private Correlation() {}

  /// The id if it is acceptable; a client that sends another gets a fresh one instead.
  public static Optional<String> accept(@Nullable String sent) {
    return Optional.ofNullable(sent).filter(id -> ACCEPTABLE.matcher(id).matches());
  }

  /// A well-formed `traceparent`; as the standard has it, another is as good as none.
  static Optional<String> acceptTrace(@Nullable String sent) {
    return Optional.ofNullable(sent).filter(trace -> TRACE.matcher(trace).matches());
  }

  public static String currentId() {
    String id = MDC.get(MDC_KEY);
    return id == null ? "none" : id;
  }
}
