package io.emporium.kit.web;

import io.emporium.kit.problem.Refusal;
import org.jspecify.annotations.Nullable;

/// Versions of aggregates as entity tags: version 7 is `"7"`.
public final class EntityTag {

  private EntityTag() {}

  public static String of(long version) {
    return "\"" + version + "\"";
  }

  /// @param ifMatch header value; null or `*` when the caller does not insist on a version
  public static @Nullable Long version(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.equals("*")) {
      return null;
    }
    try {
      return Long.valueOf(ifMatch.replace("\"", ""));
    } catch (NumberFormatException e) {
      throw Refusal.invalid("If-Match", "must be an entity tag as received in ETag");
    }
  }
}
