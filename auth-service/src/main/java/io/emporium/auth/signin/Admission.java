package io.emporium.auth.signin;

import io.emporium.auth.account.Account;
import io.emporium.auth.account.AccountStatus;
import io.emporium.auth.session.Client;
import io.emporium.auth.session.RefreshToken;
import io.emporium.auth.session.Sessions;
import io.emporium.auth.standing.CompanyStanding;
import io.emporium.auth.standing.CompanyStandings;
import io.emporium.auth.token.AccessTokens;
import io.emporium.kit.problem.Category;
import io.emporium.kit.problem.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Lets somebody in who has proved who they are.
///
/// Sessions and tokens are stamped with a moment before the account and the company's standing were
/// read, so that a change that was not seen in them voids what is given out here.
@Component
public class Admission {

  private final CompanyStandings standings;
  private final Sessions sessions;
  private final AccessTokens tokens;
  private final Clock clock;

  Admission(CompanyStandings standings, Sessions sessions, AccessTokens tokens, Clock clock) {
    this.standings = standings;
    this.sessions = sessions;
    this.tokens = tokens;
    this.clock = clock;
  }

  /// To be taken before the account is read.
  public Instant moment() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /// @param asOf [#moment] from before the account was read
  /// @throws Refusal forbidden, for a disabled account or a suspended company. Only who knows the
  ///   password learns which.
  public SignedIn admit(Account account, Client client, Instant asOf) {
    if (account.status() == AccountStatus.DISABLED) {
      throw Refusal.forbidden("account_disabled", "The account is disabled");
    }
    Optional<CompanyStanding> standing = standings.of(account.companyId());
    if (standing.filter(company -> !company.isOpen()).isPresent()) {
      throw Refusal.forbidden("company_suspended", "The company is suspended or closed");
    }
    Instant countsFrom = countsFrom(account, standing, asOf);
    RefreshToken refresh = sessions.start(account, client, countsFrom);
    return new SignedIn(account, tokens.issue(account, refresh.familyId(), countsFrom), refresh);
  }

  /// @param asOf [#moment] from before the account was read
  /// @throws Refusal unauthenticated, when the session is over for its person or company
  SignedIn readmit(Account account, Sessions.Continued session, Instant asOf) {
    Optional<CompanyStanding> standing = standings.of(account.companyId());
    boolean over =
        standing
            .filter(
                company ->
                    !company.isOpen() || session.startedAt().isBefore(company.sessionsFrom()))
            .isPresent();
    if (over || !account.honours(session.startedAt())) {
      throw sessionOver();
    }
    String sessionId = session.next().familyId();
    return new SignedIn(
        account,
        tokens.issue(account, sessionId, countsFrom(account, standing, asOf)),
        session.next());
  }

  private static Instant countsFrom(
      Account account, Optional<CompanyStanding> standing, Instant asOf) {
    Instant own = latest(asOf, account.tokensFrom());
    return standing.map(company -> latest(own, company.sessionsFrom())).orElse(own);
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  static Refusal sessionOver() {
    return new Refusal(
        Category.UNAUTHENTICATED,
        "invalid_refresh_token",
        "The session is over or never was: sign in again");
  }
}
