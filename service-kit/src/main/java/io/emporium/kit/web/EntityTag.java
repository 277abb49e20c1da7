package io.emporium.kit.web;

import io.emporium.kit.problem.Refusal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Versions of aggregates as entity tags: version 7 is `"7"`.
public final class EntityTag {

  private static final Pattern TAG = Pattern.compile("(W/)?\"[^\"]*\"");
  // Quotation marks are easily lost on the way through a shell.
  private static final Pattern OURS = Pattern.compile("(\"?)(\\d{1,18})\\1");
  // Aggregates have no such version.
  private static final long NOBODYS = -1;

  private EntityTag() {}

  public static String of(long version) {
    return "\"" + version + "\"";
  }

  /// A tag that this platform did not give matches nothing, and a weak one neither (RFC 9110,
  /// 13.1.1).
  ///
  /// @param ifMatch header value; null or `*` when the caller does not insist on a version
  /// @return a version that none has, for a tag that matches nothing
  /// @throws Refusal invalid, when it is no entity tag
  public static @Nullable Long version(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.equals("*")) {
      return null;
    }
    Matcher ours = OURS.matcher(ifMatch);
    if (ours.matches()) {
      return Long.valueOf(ours.group(2));
    }
    if (TAG.matcher(ifMatch).matches()) {
      return NOBODYS;
    }
    throw Refusal.invalid("If-Match", "must be an entity tag as received in ETag");
  }
}
