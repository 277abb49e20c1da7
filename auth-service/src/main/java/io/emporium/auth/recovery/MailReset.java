package io.emporium.auth.recovery;

import io.emporium.auth.account.Accounts;
import io.emporium.auth.mail.Letters;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// Writes the letter to the owner of the address, if there is one.
@Component
public class MailReset {

  private final Accounts accounts;
  private final Letters letters;
  private final Clock clock;

  MailReset(Accounts accounts, Letters letters, Clock clock) {
    this.accounts = accounts;
    this.letters = letters;
    this.clock = clock;
  }

  public void handle(String email) {
    accounts
        .byEmail(email)
        .ifPresent(
            account -> {
              var _ =
                  accounts.change(
                      account.id(),
                      found ->
                          found.send(
                              letters.passwordReset(found.id(), found.email()), clock.instant()));
            });
  }
}
