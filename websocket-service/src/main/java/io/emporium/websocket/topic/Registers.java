package io.emporium.websocket.topic;

/// Where one asks about orders and shops that this instance has not seen, in the caller's own name.
public interface Registers {

  /// @param token the caller's access token
  Lookup<Audience> order(String orderId, String token);

  /// @param token the caller's access token
  Lookup<Audience> shop(String shopId, String token);
}
