package io.emporium.gateway.request;

import java.util.Set;

/// Where a token is of no use: whoever signs in has none yet or an old one, providers sign their
/// webhooks, and a WebSocket shows its token inside.
public final class OpenPaths {

  private static final Set<String> SIGNING_IN =
      Set.of(
          "/api/auth/login",
          "/api/auth/register",
          "/api/auth/refresh",
          "/api/auth/password/forgot",
          "/api/auth/password/reset",
          "/api/auth/email/verify",
          "/api/auth/invitations/accept");

  private static final Set<String> OTHERS = Set.of("/api/auth/logout", "/api/auth/jwks", "/ws");

  private OpenPaths() {}

  /// Where passwords, refresh tokens and mailed codes could be guessed.
  public static boolean areForSigningIn(String path) {
    return path.startsWith("/api/auth/") && SIGNING_IN.contains(path);
  }

  public static boolean include(String path) {
    return areForSigningIn(path)
        || OTHERS.contains(path)
        || path.startsWith("/ws/")
        || path.startsWith("/docs")
        || path.startsWith("/v3/")
        || path.startsWith("/api/payments/webhooks/");
  }
}
