package io.emporium.gateway.request;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/// Paths as the services read them. `/api/auth/%6Cogin` is `/api/auth/login` there, so a limit or
/// rule here that looked at the raw path could be walked around.
public final class PlainPath {

  // What servers read in different ways: services refuse these too.
  private static final Pattern AMBIGUOUS =
      Pattern.compile("%(2f|5c|3b|2e|25|[01][0-9a-f]|7f)", Pattern.CASE_INSENSITIVE);

  private PlainPath() {}

  /// @return the decoded path; null when it can be read in more than one way
  public static @Nullable String of(String raw) {
    boolean encoded = false;
    char previous = 0;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      boolean printable = c > ' ' && c < 0x7f;
      if (!printable || c == ';' || c == '\\' || (c == '/' && previous == '/')) {
        return null;
      }
      encoded |= c == '%';
      previous = c;
    }
    if (hasDots(raw)) {
      return null;
    }
    return encoded ? decoded(raw) : raw;
  }

  private static boolean hasDots(String raw) {
    return raw.contains("/./") || raw.contains("/../") || raw.endsWith("/.") || raw.endsWith("/..");
  }

  private static @Nullable String decoded(String raw) {
    if (AMBIGUOUS.matcher(raw).find()) {
      return null;
    }
    try {
      return UriUtils.decode(raw, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
