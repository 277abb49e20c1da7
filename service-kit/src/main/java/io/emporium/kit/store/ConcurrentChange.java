package io.emporium.kit.store;

import io.emporium.kit.problem.Category;
import io.emporium.kit.problem.Refusal;

/// Other writers won every attempt. The caller may simply try again.
public final class ConcurrentChange extends Refusal {

  ConcurrentChange(String noun, String id) {
    super(
        Category.UNAVAILABLE,
        "concurrent_change",
        "The " + noun + " " + id + " is being changed by others; try again");
  }
}
