package io.emporium.websocket.topic;

/// What another service says about an order or a shop.
public sealed interface Lookup<T> {

  record Found<T>(T value) implements Lookup<T> {}

  /// It does not exist, or not for this caller.
  record Unknown<T>() implements Lookup<T> {}

  /// Nobody knows at present.
  record NoAnswer<T>() implements Lookup<T> {}
}
