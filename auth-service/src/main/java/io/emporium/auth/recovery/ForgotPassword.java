package io.emporium.auth.recovery;

import io.emporium.auth.account.Account;
import io.emporium.auth.throttle.Throttle;
import io.emporium.events.user.MailPasswordReset;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.Announcements;
import org.springframework.stereotype.Component;

/// Somebody says that they forgot a password. The request is only written down here, whoever's
/// address it is: whether there is an account shows neither in the answer nor in its time. What is
/// to be done about it is done later, by [MailReset].
@Component
public class ForgotPassword {

  private final Throttle throttle;
  private final Announcements announcements;

  ForgotPassword(Throttle throttle, Announcements announcements) {
    this.throttle = throttle;
    this.announcements = announcements;
  }

  /// @param address from where it is asked
  /// @throws Refusal throttled, when that address asks too often
  public void handle(String email, String address) {
    throttle.countLetter(address);
    announcements.leave(new MailPasswordReset(Account.keyOf(email)), null);
  }
}
