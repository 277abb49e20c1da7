package io.emporium.kit.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;

/// An authenticated [Caller] in Spring Security's terms.
public final class CallerAuthentication extends AbstractAuthenticationToken {

  private final transient Caller caller;
  private final transient Jwt token;

  public CallerAuthentication(Caller caller, Jwt token) {
    super(List.of());
    this.caller = caller;
    this.token = token;
    setAuthenticated(true);
  }

  @Override
  public Caller getPrincipal() {
    return caller;
  }

  @Override
  public Jwt getCredentials() {
    return token;
  }

  @Override
  public String getName() {
    return caller.userId();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CallerAuthentication that && that.token.equals(token);
  }

  @Override
  public int hashCode() {
    return token.hashCode();
  }
}
