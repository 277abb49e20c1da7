package io.emporium.auth.invitation.web;

import io.emporium.auth.invitation.Invitation;
import io.emporium.auth.invitation.InvitationStatus;
import io.emporium.kit.security.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An invitation as admins see it; the token is in the letter alone.
///
/// @param expiresAt after which it has to be sent again
record InvitationResponse(
    String id,
    String email,
    Role role,
    @Nullable String companyId,
    List<String> shopIds,
    String invitedBy,
    InvitationStatus status,
    Instant createdAt,
    Instant sentAt,
    Instant expiresAt) {

  static InvitationResponse from(Invitation invitation) {
    return new InvitationResponse(
        invitation.id(),
        invitation.email(),
        invitation.access().role(),
        invitation.companyId(),
        invitation.access().shopIds(),
        invitation.invitedBy(),
        invitation.status(),
        invitation.createdAt(),
        invitation.sentAt(),
        invitation.validUntil());
  }
}
