package io.emporium.auth.invitation.web;

import io.emporium.auth.invitation.Invite;
import io.emporium.kit.security.Caller;
import io.emporium.kit.security.Role;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param companyId an admin's own when left out
record InviteRequest(
    @NotBlank @Email @Size(max = 254) String email,
    @NotNull Role role,
    @Nullable @Size(max = 64) String companyId,
    @Nullable @Size(max = 100) List<@NotBlank @Size(max = 64) String> shopIds) {

  Invite.Command toCommand(Caller caller) {
    return new Invite.Command(
        caller, email, role, companyId, shopIds == null ? List.of() : shopIds);
  }
}
