package io.emporium.inventory.stock;

/// The figures of an item contradict each other. Nothing more happens to it until people have
/// looked at it.
public final class UnsoundStock extends IllegalStateException {

  private static final long serialVersionUID = 1;

  UnsoundStock(String message) {
    super(message);
  }
}
