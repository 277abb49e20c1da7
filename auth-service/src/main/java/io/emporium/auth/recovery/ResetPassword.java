package io.emporium.auth.recovery;

import io.emporium.auth.account.Account;
import io.emporium.auth.account.Accounts;
import io.emporium.auth.account.PasswordHashing;
import io.emporium.auth.mail.OneUseToken;
import io.emporium.auth.mail.Purpose;
import io.emporium.auth.session.Client;
import io.emporium.auth.signin.Admission;
import io.emporium.auth.signin.SignedIn;
import io.emporium.kit.problem.Refusal;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// A new password for who has the letter. All sessions end; the one who reset it gets a new one, so
/// that strangers who try the account cannot keep its owner out.
@Component
public class ResetPassword {

  private final Accounts accounts;
  private final PasswordHashing passwords;
  private final Admission admission;
  private final Clock clock;

  ResetPassword(Accounts accounts, PasswordHashing passwords, Admission admission, Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.admission = admission;
    this.clock = clock;
  }

  /// @throws Refusal rule, alike for every token that is not good
  public SignedIn handle(String token, String password, Client client) {
    OneUseToken parsed =
        OneUseToken.parse(Purpose.RESET_PASSWORD, token).orElseThrow(OneUseToken::notGood);
    // Asked before the expensive hash; the write has the last word.
    boolean awaited =
        accounts
            .byId(parsed.subjectId())
            .filter(account -> account.awaits(parsed, clock.instant()))
            .isPresent();
    if (!awaited) {
      throw OneUseToken.notGood();
    }
    String hash = passwords.hash(password);
    Instant asOf = admission.moment();
    Account reset =
        accounts.change(
            parsed.subjectId(), account -> account.resetPassword(parsed, hash, clock.instant()));
    return admission.admit(reset, client, asOf);
  }
}
