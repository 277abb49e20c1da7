package io.emporium.auth.signin;

import io.emporium.auth.account.Account;
import io.emporium.auth.account.AccountStatus;
import io.emporium.auth.session.Client;
import io.emporium.auth.session.Sessions;
import io.emporium.auth.standing.CompanyStandings;
import io.emporium.auth.token.AccessTokens;
import io.emporium.kit.problem.Category;
import io.emporium.kit.problem.Refusal;
import org.springframework.stereotype.Component;

/// Lets somebody in who has proved who they are.
@Component
class Admission {

  private final CompanyStandings standings;
  private final Sessions sessions;
  private final AccessTokens tokens;

  Admission(CompanyStandings standings, Sessions sessions, AccessTokens tokens) {
    this.standings = standings;
    this.sessions = sessions;
    this.tokens = tokens;
  }

  /// @throws Refusal forbidden, for a disabled account or a suspended company. Only who knows the
  ///   password learns which.
  SignedIn admit(Account account, Client client) {
    if (account.status() == AccountStatus.DISABLED) {
      throw Refusal.forbidden("account_disabled", "The account is disabled");
    }
    if (!standings.isOpen(account.companyId())) {
      throw Refusal.forbidden("company_suspended", "The company is suspended or closed");
    }
    return new SignedIn(account, tokens.issue(account), sessions.start(account, client));
  }

  /// @throws Refusal unauthenticated, when the session is over for its person or company
  SignedIn readmit(Account account, Sessions.Continued session) {
    if (!account.honours(session.startedAt())
        || !standings.honours(account.companyId(), session.startedAt())) {
      throw sessionOver();
    }
    return new SignedIn(account, tokens.issue(account), session.next());
  }

  static Refusal sessionOver() {
    return new Refusal(
        Category.UNAUTHENTICATED,
        "invalid_refresh_token",
        "The session is over or never was: sign in again");
  }
}
