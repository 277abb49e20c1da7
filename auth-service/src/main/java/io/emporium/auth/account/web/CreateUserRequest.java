package io.emporium.auth.account.web;

import io.emporium.auth.account.Access;
import io.emporium.auth.account.ManageAccess;
import io.emporium.auth.account.OpenAccount;
import io.emporium.kit.security.Caller;
import io.emporium.kit.security.Role;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param password left out for somebody who cannot sign in yet
record CreateUserRequest(
    @NotBlank @Email @Size(max = 254) String email,
    @Nullable @Size(min = 8, max = 128) String password,
    @Nullable @Size(max = 120) String fullName,
    @Nullable @Size(max = 40) String phone,
    @NotNull Role role,
    @Nullable @Size(max = 64) String companyId,
    @Nullable @Size(max = 100) List<@NotBlank @Size(max = 64) String> shopIds) {

  OpenAccount.Command toCommand(ManageAccess rules, Caller caller) {
    Access access = rules.grantable(caller, role, companyId, shopIds == null ? List.of() : shopIds);
    return new OpenAccount.Command(
        email, password, fullName, phone, access, () -> rules.requireMayGrant(caller, role));
  }
}
