package io.emporium.auth.signin.web;

import io.emporium.auth.session.Client;
import io.emporium.auth.signin.SignIn;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// @param lastRefreshToken the last that this device had, if it kept one: with it the owner gets in
///   while strangers try the account
record LoginRequest(
    @NotBlank @Size(max = 254) String email,
    @NotNull @Size(max = 128) String password,
    @Nullable @Size(max = 200) String lastRefreshToken) {

  SignIn.Command toCommand(Client client) {
    return new SignIn.Command(email, password, lastRefreshToken, client);
  }
}
