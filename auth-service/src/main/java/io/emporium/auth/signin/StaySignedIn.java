package io.emporium.auth.signin;

import io.emporium.auth.account.Account;
import io.emporium.auth.account.Accounts;
import io.emporium.auth.session.Client;
import io.emporium.auth.session.RefreshToken;
import io.emporium.auth.session.Sessions;
import io.emporium.kit.problem.Refusal;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// A refresh token is taken for a fresh pair; role and scope are read anew.
@Component
public class StaySignedIn {

  private final Sessions sessions;
  private final Accounts accounts;
  private final Admission admission;

  StaySignedIn(Sessions sessions, Accounts accounts, Admission admission) {
    this.sessions = sessions;
    this.accounts = accounts;
    this.admission = admission;
  }

  /// @throws Refusal unauthenticated, alike for all reasons
  public SignedIn handle(String refreshToken, Client client) {
    Instant asOf = admission.moment();
    Sessions.Continued session =
        RefreshToken.parse(refreshToken)
            .flatMap(token -> sessions.carryOn(token, client))
            .orElseThrow(Admission::sessionOver);
    Account account = accounts.byId(session.userId()).orElseThrow(Admission::sessionOver);
    return admission.readmit(account, session, asOf);
  }
}
