package io.emporium.kit.ids;

/// Source of new identifiers.
@FunctionalInterface
public interface Ids {

  /// A new opaque id; later ids sort after earlier ones.
  String next();
}
