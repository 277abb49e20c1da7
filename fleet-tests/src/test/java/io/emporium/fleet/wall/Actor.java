package io.emporium.fleet.wall;

import org.jspecify.annotations.Nullable;

/// Somebody who calls, seen from the company whose ids are at stake.
///
/// @param role as in the policy; `anonymous` without a token
public record Actor(String name, String role, Standing standing, @Nullable String token) {

  /// Where somebody stands to that company.
  public enum Standing {
    ANONYMOUS,
    /// A token that counts no more.
    VOID,
    PLATFORM,
    OWN,
    OTHER_SHOP,
    FOREIGN
  }

  boolean isVoid() {
    return standing == Standing.VOID;
  }

  @Override
  public String toString() {
    return name;
  }
}
