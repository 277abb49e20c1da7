package io.emporium.auth.signin;

import io.emporium.auth.account.Account;
import io.emporium.auth.account.AccountStatus;
import io.emporium.auth.account.Accounts;
import io.emporium.auth.account.PasswordHashing;
import io.emporium.auth.session.Client;
import io.emporium.auth.throttle.Throttle.Attempt;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.store.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// A new password ends every session; who changed it gets a new one.
@Component
public class ChangePassword {

  public record Command(Caller caller, String current, String wanted, Client client) {}

  private final Accounts accounts;
  private final CheckPassword check;
  private final PasswordHashing passwords;
  private final Admission admission;
  private final Clock clock;

  ChangePassword(
      Accounts accounts,
      CheckPassword check,
      PasswordHashing passwords,
      Admission admission,
      Clock clock) {
    this.accounts = accounts;
    this.check = check;
    this.passwords = passwords;
    this.admission = admission;
    this.clock = clock;
  }

  /// @throws Refusal unauthenticated, also when the password that was checked is not the account's
  ///   any more; or throttled
  public SignedIn handle(Command command) {
    Account own = accounts.own(command.caller());
    Account checked =
        check.handle(
            Optional.of(own),
            command.current(),
            new Attempt(
                own.email(), command.client().address(), command.caller().sessionId(), () -> true));
    String hash = passwords.hash(command.wanted());
    Instant asOf = admission.moment();
    Account changed =
        accounts.changeOwn(command.caller(), account -> change(account, checked, hash));
    return admission.admit(changed, command.client(), asOf);
  }

  // Waiting for both hashes takes a while, in which the owner may have reset the password to keep
  // out who asks for this.
  private Outcome change(Account account, Account checked, String hash) {
    if (account.status() != AccountStatus.ACTIVE
        || !Objects.equals(account.passwordHash(), checked.passwordHash())) {
      throw CheckPassword.wrong();
    }
    return account.changePassword(hash, clock.instant());
  }
}
