package io.emporium.auth.signin.web;

import io.emporium.auth.account.web.UserResponse;
import io.emporium.auth.signin.SignedIn;

/// @param expiresIn seconds that the access token lives
public record TokenResponse(
    UserResponse user, String accessToken, String refreshToken, String tokenType, long expiresIn) {

  public static TokenResponse from(SignedIn signedIn) {
    return new TokenResponse(
        UserResponse.from(signedIn.account()),
        signedIn.access().text(),
        signedIn.refresh().text(),
        "Bearer",
        signedIn.access().lifetime().toSeconds());
  }
}
