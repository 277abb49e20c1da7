package io.emporium.auth.session;

import org.jspecify.annotations.Nullable;

/// Where a request comes from.
///
/// @param address of the network
/// @param userAgent as the client calls itself
public record Client(String address, @Nullable String userAgent) {

  private static final int MAX_AGENT = 200;

  public Client {
    if (userAgent != null && userAgent.length() > MAX_AGENT) {
      userAgent = userAgent.substring(0, MAX_AGENT);
    }
  }
}
