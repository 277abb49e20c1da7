package io.emporium.auth.token;

import io.emporium.auth.account.Account;
import io.emporium.auth.token.SigningKeys.Signer;
import io.emporium.kit.ids.Ids;
import io.emporium.kit.security.TokenClaims;
import io.emporium.kit.security.TokenProperties;
import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// Issues access tokens as RFC 9068 has them.
@Component
public class AccessTokens {

  /// @param lifetime from now on
  public record Issued(String text, Duration lifetime) {}

  private final SigningKeys keys;
  private final TokenJson json;
  private final SigningProperties properties;
  private final TokenProperties verification;
  private final Ids ids;
  private final Clock clock;

  AccessTokens(
      SigningKeys keys,
      TokenJson json,
      SigningProperties properties,
      TokenProperties verification,
      Ids ids,
      Clock clock) {
    this.keys = keys;
    this.json = json;
    this.properties = properties;
    this.verification = verification;
    this.ids = ids;
    this.clock = clock;
  }

  /// @param sessionId that the token belongs to
  /// @param countsFrom what revocations are compared with: see [io.emporium.auth.standing.Cutoff]
  public Issued issue(Account account, String sessionId, Instant countsFrom) {
    Instant now = clock.instant();
    Signer signer = keys.signer();
    JwtBuilder token =
        Jwts.builder()
            .json(json)
            .header()
            .type(TokenClaims.TYPE)
            .keyId(signer.keyId())
            .and()
            .issuer(verification.issuer())
            .claim("aud", TokenClaims.AUDIENCE)
            .subject(account.id())
            .id(ids.next())
            .claim("iat", now.getEpochSecond())
            .claim("exp", now.plus(properties.accessTokenLifetime()).getEpochSecond())
            .claim(TokenClaims.ISSUED_AT_MILLIS, countsFrom.toEpochMilli())
            .claim(TokenClaims.SESSION, sessionId)
            .claim(TokenClaims.EMAIL, account.email())
            .claim(TokenClaims.ROLE, account.role().wireName())
            .claim(TokenClaims.SHOPS, account.shopIds());
    if (account.companyId() != null) {
      token.claim(TokenClaims.COMPANY, account.companyId());
    }
    return new Issued(
        token.signWith(signer.key(), Jwts.SIG.RS256).compact(), properties.accessTokenLifetime());
  }
}
