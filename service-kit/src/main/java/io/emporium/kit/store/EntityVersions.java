package io.emporium.kit.store;

import io.emporium.kit.problem.Category;
import io.emporium.kit.problem.Refusal;
import org.jspecify.annotations.Nullable;

/// The version that a caller has seen against the one that is stored.
final class EntityVersions {

  private EntityVersions() {}

  static void require(@Nullable Long expected, long actual) {
    if (expected != null && expected != actual) {
      throw new Refusal(
          Category.STALE, "stale_version", "It was changed since you read it; read it again");
    }
  }
}
