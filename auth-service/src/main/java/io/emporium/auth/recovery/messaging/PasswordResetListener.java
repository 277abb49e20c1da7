package io.emporium.auth.recovery.messaging;

import io.emporium.auth.recovery.MailReset;
import io.emporium.events.user.MailPasswordReset;
import io.emporium.kit.messaging.Consumes;
import io.emporium.kit.messaging.Handles;
import org.springframework.stereotype.Component;

@Component
@Consumes("password-resets")
class PasswordResetListener {

  private final MailReset mailReset;

  PasswordResetListener(MailReset mailReset) {
    this.mailReset = mailReset;
  }

  @Handles
  void on(MailPasswordReset command) {
    mailReset.handle(command.email());
  }
}
