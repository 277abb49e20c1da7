package io.emporium.inventory.stock;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a movement makes of one part of a stock item.
///
/// @param state of the part afterwards
/// @param wanted how many available units it takes or promises
/// @param changes to be announced; without one nobody outside need know
record Step<S>(S state, long wanted, List<Change> changes) {

  /// One change of the figures.
  ///
  /// @param delta of on-hand
  record Change(
      MovementKind kind, long delta, @Nullable String reference, @Nullable String reason) {}

  static <S> Step<S> of(S state, long wanted, Change change) {
    return new Step<>(state, wanted, List.of(change));
  }
}
