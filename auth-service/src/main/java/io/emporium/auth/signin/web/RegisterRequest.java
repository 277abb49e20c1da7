package io.emporium.auth.signin.web;

import io.emporium.auth.account.OpenAccount;
import io.emporium.kit.problem.Refusal;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// @param role `customer` or left out: everything else is granted by somebody who has it
record RegisterRequest(
    @NotBlank @Email @Size(max = 254) String email,
    @NotNull @Size(min = 8, max = 128) String password,
    @Nullable @Size(max = 120) String fullName,
    @Nullable @Size(max = 40) String phone,
    @Nullable @Size(max = 40) String role) {

  OpenAccount.Command toCommand() {
    if (role != null && !role.equals("customer")) {
      throw Refusal.forbidden("role_not_allowed", "Only customers register themselves");
    }
    return OpenAccount.Command.ofCustomer(email, password, fullName, phone);
  }
}
