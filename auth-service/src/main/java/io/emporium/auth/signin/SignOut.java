package io.emporium.auth.signin;

import io.emporium.auth.account.Accounts;
import io.emporium.auth.session.RefreshToken;
import io.emporium.auth.session.Sessions;
import io.emporium.kit.security.Caller;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// Ends one session or all.
@Component
public class SignOut {

  private final Sessions sessions;
  private final Accounts accounts;
  private final Clock clock;

  SignOut(Sessions sessions, Accounts accounts, Clock clock) {
    this.sessions = sessions;
    this.accounts = accounts;
    this.clock = clock;
  }

  /// A token that is not good is as signed out as can be.
  public void fromHere(String refreshToken) {
    RefreshToken.parse(refreshToken).ifPresent(sessions::end);
  }

  public void fromEverywhere(Caller caller) {
    var _ =
        accounts.changeOwn(
            caller, account -> account.endSessions("signed_out_everywhere", clock.instant()));
  }
}
