package io.emporium.fleet.audit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// An id as a query parameter takes it.
final class Encoded {

  private Encoded() {}

  static String of(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8);
  }
}
