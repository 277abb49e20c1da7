package io.emporium.auth.mail;

/// What a one-use token is good for; for nothing else.
public enum Purpose {
  VERIFY_EMAIL("ev", "verify_email", "verify-email"),
  RESET_PASSWORD("pr", "reset_password", "reset-password"),
  INVITATION("in", "invitation", "accept-invitation");

  private final String mark;
  private final String template;
  private final String page;

  Purpose(String mark, String template, String page) {
    this.mark = mark;
    this.template = template;
    this.page = page;
  }

  /// Begins the token, so that the wrong kind is recognised at sight.
  String mark() {
    return mark;
  }

  String template() {
    return template;
  }

  /// Where the link leads, below the base address.
  String page() {
    return page;
  }
}
