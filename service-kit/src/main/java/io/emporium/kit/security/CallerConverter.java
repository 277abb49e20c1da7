package io.emporium.kit.security;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/// From a verified token to the [Caller]. A token whose role and scope do not fit together is
/// refused.
public final class CallerConverter implements Converter<Jwt, CallerAuthentication> {

  private final Revocations revocations;
  private final RevocationSync sync;

  CallerConverter(Revocations revocations, RevocationSync sync) {
    this.revocations = revocations;
    this.sync = sync;
  }

  @Override
  public CallerAuthentication convert(Jwt jwt) {
    Caller caller = caller(jwt);
    if (!sync.isKnown()) {
      throw new AuthenticationServiceException("it is not known which tokens are revoked");
    }
    if (revocations.voids(caller)) {
      throw new InvalidBearerTokenException("The token has been revoked");
    }
    return new CallerAuthentication(caller, jwt);
  }

  private static Caller caller(Jwt jwt) {
    Role role =
        Role.fromWire(Objects.requireNonNullElse(jwt.getClaimAsString(TokenClaims.ROLE), ""))
            .orElseThrow(() -> new InvalidBearerTokenException("The token names no role"));
    String companyId = jwt.getClaimAsString(TokenClaims.COMPANY);
    List<String> shops = jwt.getClaimAsStringList(TokenClaims.SHOPS);
    String subject = jwt.getSubject();
    if (subject == null || subject.isBlank() || needsCompany(role) != (companyId != null)) {
      throw new InvalidBearerTokenException("The token's role and scope do not fit");
    }
    return new Caller(
        subject,
        Objects.requireNonNullElse(jwt.getClaimAsString(TokenClaims.EMAIL), ""),
        role,
        companyId,
        shops == null ? Set.of() : Set.copyOf(shops),
        issuedAt(jwt),
        jwt.getClaimAsString(TokenClaims.SESSION));
  }

  private static boolean needsCompany(Role role) {
    return switch (role) {
      case SUPER_ADMIN, CUSTOMER -> false;
      case COMPANY_ADMIN, SHOP_MANAGER, SHOP_STAFF -> true;
    };
  }

  private static Instant issuedAt(Jwt jwt) {
    @Nullable Object millis = jwt.getClaim(TokenClaims.ISSUED_AT_MILLIS);
    if (millis instanceof Number number) {
      return Instant.ofEpochMilli(number.longValue());
    }
    return Objects.requireNonNullElse(jwt.getIssuedAt(), Instant.EPOCH);
  }
}
