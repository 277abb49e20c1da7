package io.emporium.auth.invitation.web;

import io.emporium.auth.invitation.AcceptInvitation;
import io.emporium.auth.session.Client;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record AcceptInvitationRequest(
    @NotBlank @Size(max = 200) String token,
    @NotNull @Size(min = 8, max = 128) String password,
    @Nullable @Size(max = 120) String fullName,
    @Nullable @Size(max = 40) String phone) {

  AcceptInvitation.Command toCommand(Client client) {
    return new AcceptInvitation.Command(token, password, fullName, phone, client);
  }
}
