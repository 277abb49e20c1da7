package io.emporium.auth.signin;

import io.emporium.auth.account.Account;
import io.emporium.auth.account.PasswordHashing;
import io.emporium.auth.throttle.Throttle;
import io.emporium.auth.throttle.Throttle.Attempt;
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
    throttle.requirePatience(attempt);
    boolean right = passwords.matches(password, account.map(Account::passwordHash).orElse(null));
    if (!right || account.isEmpty()) {
      throttle.failed(attempt, account.map(Account::id).orElse(null));
      throw new Refusal(
          Category.UNAUTHENTICATED, "bad_credentials", "The e-mail address or password is wrong");
    }
    // Many guesses sent at once all pass the first look; those that come last must not win by it.
    throttle.requirePatience(attempt);
    throttle.succeeded(attempt);
    return account.get();
  }
}
