package io.emporium.auth.signin.web;

import io.emporium.auth.session.Client;
import io.emporium.auth.signin.ChangePassword;
import io.emporium.kit.security.Caller;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

record ChangePasswordRequest(
    @NotNull @Size(max = 128) String currentPassword,
    @NotNull @Size(min = 8, max = 128) String newPassword) {

  ChangePassword.Command toCommand(Caller caller, Client client) {
    return new ChangePassword.Command(caller, currentPassword, newPassword, client);
  }
}
