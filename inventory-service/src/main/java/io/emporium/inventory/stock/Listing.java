package io.emporium.inventory.stock;

import org.jspecify.annotations.Nullable;

/// Whether the public may know of an item: only while a published product has its SKU.
///
/// @param state by which an index finds and sorts
/// @param productId the published product; null when there is none
record Listing(State state, @Nullable String productId) {

  enum State {
    /// Nobody has looked yet.
    UNKNOWN,
    HIDDEN,
    SHOWN
  }

  static final Listing UNKNOWN = new Listing(State.UNKNOWN, null);
  static final Listing HIDDEN = new Listing(State.HIDDEN, null);

  static Listing of(@Nullable String publishedProductId) {
    return publishedProductId == null ? HIDDEN : new Listing(State.SHOWN, publishedProductId);
  }

  boolean isKnown() {
    return state != State.UNKNOWN;
  }
}
