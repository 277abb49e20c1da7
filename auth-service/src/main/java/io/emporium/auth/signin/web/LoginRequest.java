package io.emporium.auth.signin.web;

import io.emporium.auth.session.Client;
import io.emporium.auth.signin.SignIn;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

record LoginRequest(
    @NotBlank @Size(max = 254) String email, @NotNull @Size(max = 128) String password) {

  SignIn.Command toCommand(Client client) {
    return new SignIn.Command(email, password, client);
  }
}
