package io.emporium.kit.security;

import io.emporium.events.Envelope;
import io.emporium.events.company.CompanyClosed;
import io.emporium.events.company.CompanySuspended;
import io.emporium.events.user.CompanySessionsRevoked;
import io.emporium.events.user.UserSessionEnded;
import io.emporium.events.user.UserSessionsRevoked;
import io.emporium.kit.messaging.Consumes;
import io.emporium.kit.messaging.Handles;

/// Hears of revocations at once; every instance listens for itself. What it misses, because it
/// started later or lost the broker, [RevocationSync] brings.
@Consumes(value = "revocations", perInstance = true, concurrency = 1)
final class RevocationListener {

  private final Revocations revocations;

  RevocationListener(Revocations revocations) {
    this.revocations = revocations;
  }

  @Handles
  void on(UserSessionsRevoked event) {
    revocations.add(Revocation.ofUser(event.userId(), event.notBefore()));
  }

  @Handles
  void on(UserSessionEnded event, Envelope<?> envelope) {
    revocations.add(Revocation.ofSession(event.sessionId(), envelope.time()));
  }

  @Handles
  void on(CompanySessionsRevoked event) {
    revocations.add(Revocation.ofCompany(event.companyId(), event.notBefore()));
  }

  @Handles
  void on(CompanySuspended event) {
    revocations.add(Revocation.ofCompany(event.company().companyId(), event.notBefore()));
  }

  @Handles
  void on(CompanyClosed event) {
    revocations.add(Revocation.ofCompany(event.company().companyId(), event.notBefore()));
  }
}
