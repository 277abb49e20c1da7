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

  private Correlation() {}

  /// The id if it is acceptable; a client that sends another gets a fresh one instead.
  public static Optional<String> accept(@Nullable String sent) {
    return Optional.ofNullable(sent).filter(id -> ACCEPTABLE.matcher(id).matches());
  }

  public static String currentId() {
    String id = MDC.get(MDC_KEY);
    return id == null ? "none" : id;
  }
}
