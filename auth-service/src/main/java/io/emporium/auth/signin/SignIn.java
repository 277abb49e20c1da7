package io.emporium.auth.signin;

import io.emporium.auth.account.Account;
import io.emporium.auth.account.Accounts;
import io.emporium.auth.session.Client;
import io.emporium.auth.throttle.Throttle.Attempt;
import org.springframework.stereotype.Component;

/// Somebody shows e-mail address and password.
@Component
public class SignIn {

  public record Command(String email, String password, Client client) {}

  private final Accounts accounts;
  private final CheckPassword check;
  private final Admission admission;

  SignIn(Accounts accounts, CheckPassword check, Admission admission) {
    this.accounts = accounts;
    this.check = check;
    this.admission = admission;
  }

  public SignedIn handle(Command command) {
    Account account =
        check.handle(
            accounts.byEmail(command.email()),
            command.password(),
            new Attempt(command.email(), command.client().address()));
    return admission.admit(account, command.client());
  }
}
