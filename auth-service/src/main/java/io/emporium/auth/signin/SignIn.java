package io.emporium.auth.signin;

import io.emporium.auth.account.Account;
import io.emporium.auth.account.Accounts;
import io.emporium.auth.session.Client;
import io.emporium.auth.session.Sessions;
import io.emporium.auth.throttle.Throttle.Attempt;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Somebody shows e-mail address and password.
@Component
public class SignIn {

  /// @param lastRefreshToken that this device had, spent or not: it shows that it has been here
  public record Command(
      String email, String password, @Nullable String lastRefreshToken, Client client) {}

  private final Accounts accounts;
  private final Sessions sessions;
  private final CheckPassword check;
  private final Admission admission;

  SignIn(Accounts accounts, Sessions sessions, CheckPassword check, Admission admission) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.check = check;
    this.admission = admission;
  }

  public SignedIn handle(Command command) {
    Optional<Account> found = accounts.byEmail(command.email());
    Account checked = check.handle(found, command.password(), attempt(command, found.orElse(null)));
    // Waiting for the check takes a while, in which much may have changed.
    Instant asOf = admission.moment();
    Account account = accounts.byId(checked.id()).orElseThrow(CheckPassword::wrong);
    if (!Objects.equals(account.passwordHash(), checked.passwordHash())) {
      throw CheckPassword.wrong();
    }
    return admission.admit(account, command.client(), asOf);
  }

  private Attempt attempt(Command command, @Nullable Account account) {
    String address = command.client().address();
    return new Attempt(
        command.email(),
        address,
        sessions.deviceOf(account, command.lastRefreshToken()).orElse(null),
        () -> sessions.knows(account, address));
  }
}
