package io.emporium.kit.security;

import io.emporium.events.Envelope;
import io.emporium.events.company.CompanyClosed;
import io.emporium.events.company.CompanySuspended;
import io.emporium.events.user.UserDisabled;
import io.emporium.events.user.UserRoleChanged;
import io.emporium.events.user.UserSessionsRevoked;
import io.emporium.kit.messaging.Consumes;
import io.emporium.kit.messaging.Handles;

/// Keeps [Revocations] current; every instance listens for itself.
@Consumes(value = "revocations", perInstance = true, concurrency = 1)
final class RevocationListener {

  private final Revocations revocations;

  RevocationListener(Revocations revocations) {
    this.revocations = revocations;
  }

  @Handles
  void on(UserSessionsRevoked event) {
    revocations.revokeUser(event.userId(), event.notBefore());
  }

  @Handles
  void on(UserDisabled event, Envelope<?> envelope) {
    revocations.revokeUser(event.userId(), envelope.time());
  }

  @Handles
  void on(UserRoleChanged event, Envelope<?> envelope) {
    revocations.revokeUser(event.userId(), envelope.time());
  }

  @Handles
  void on(CompanySuspended event) {
    revocations.revokeCompany(event.company().companyId(), event.notBefore());
  }

  @Handles
  void on(CompanyClosed event) {
    revocations.revokeCompany(event.company().companyId(), event.notBefore());
  }
}
