package io.emporium.auth.invitation;

/// What became of an invitation.
public enum InvitationStatus {
  PENDING,
  ACCEPTED,
  REVOKED
}
