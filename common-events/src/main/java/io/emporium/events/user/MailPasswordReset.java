package io.emporium.events.user;

import io.emporium.events.Contract;

/// Somebody says that they forgot the password of the account with this address, if there is one.
@Contract("user.mail_password_reset")
public record MailPasswordReset(String email) implements UserCommand {}
