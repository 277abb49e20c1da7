package io.emporium.auth.signin;

import io.emporium.auth.account.Account;
import io.emporium.auth.account.PasswordHashing;
import io.emporium.auth.throttle.Throttle;
import io.emporium.auth.throttle.Throttle.Attempt;
import io.emporium.auth.throttle.Throttle.Permit;
import io.emporium.kit.problem.Category;
import io.emporium.kit.problem.Refusal;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The one place where a password is tried.
@Component
class CheckPassword {

  private final PasswordHashing passwords;
  private final Throttle throttle;

  CheckPassword(PasswordHashing passwords, Throttle throttle) {
    this.passwords = passwords;
    this.throttle = throttle;
  }

  /// Same work and same answer whether or not there is such an account.
  ///
  /// @throws Refusal unauthenticated, or throttled
  Account handle(Optional<Account> account, String password, Attempt attempt) {
    Permit permit = throttle.admit(attempt);
    if (!matches(account, password, permit) || account.isEmpty()) {
      throttle.failed(permit, account.map(Account::id).orElse(null));
      throw wrong();
    }
    throttle.succeeded(permit);
    return account.get();
  }

  private boolean matches(Optional<Account> account, String password, Permit permit) {
    try {
      return passwords.matches(password, account.map(Account::passwordHash).orElse(null));
    } catch (RuntimeException e) {
      // It was not tried, so it is not counted.
      throttle.notTried(permit);
      throw e;
    }
  }

  static Refusal wrong() {
    return new Refusal(
        Category.UNAUTHENTICATED, "bad_credentials", "The e-mail address or password is wrong");
  }
}
