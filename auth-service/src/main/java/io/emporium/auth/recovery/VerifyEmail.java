package io.emporium.auth.recovery;

import io.emporium.auth.account.Account;
import io.emporium.auth.account.Accounts;
import io.emporium.auth.mail.Letters;
import io.emporium.auth.mail.OneUseToken;
import io.emporium.auth.mail.Purpose;
import io.emporium.auth.throttle.Throttle;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// An address is proved by a letter to it.
@Component
public class VerifyEmail {

  private final Accounts accounts;
  private final Letters letters;
  private final Throttle throttle;
  private final Clock clock;

  VerifyEmail(Accounts accounts, Letters letters, Throttle throttle, Clock clock) {
    this.accounts = accounts;
    this.letters = letters;
    this.throttle = throttle;
    this.clock = clock;
  }

  /// @throws Refusal rule, alike for every token that is not good
  public void handle(String token) {
    OneUseToken parsed =
        OneUseToken.parse(Purpose.VERIFY_EMAIL, token).orElseThrow(OneUseToken::notGood);
    if (accounts.byId(parsed.subjectId()).isEmpty()) {
      throw OneUseToken.notGood();
    }
    var _ =
        accounts.change(
            parsed.subjectId(), account -> account.verifyEmail(parsed, clock.instant()));
  }

  /// Sends another letter, unless enough are on their way.
  ///
  /// @throws Refusal conflict, when the address is proved already
  public void askAgain(Caller caller, String address) {
    Account own = accounts.own(caller);
    if (own.emailVerified()) {
      throw Refusal.conflict("already_verified", "The e-mail address is verified already");
    }
    throttle.countLetter(address);
    var _ =
        accounts.changeOwn(
            caller,
            account ->
                account.send(letters.verification(account.id(), account.email()), clock.instant()));
  }
}
