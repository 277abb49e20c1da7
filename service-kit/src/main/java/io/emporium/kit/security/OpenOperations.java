package io.emporium.kit.security;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/// Does not look at the token where the policy names nobody but `anonymous`: whoever signs in comes
/// with an old one, or with none. Where roles are named beside it, the answer depends on who calls,
/// and a bad token is refused: a customer must not become a guest unnoticed.
final class OpenOperations implements BearerTokenResolver {

  private final AuthorizationPolicy policy;
  private final BearerTokenResolver others = new DefaultBearerTokenResolver();

  OpenOperations(AuthorizationPolicy policy) {
    this.policy = policy;
  }

  @Override
  public @Nullable String resolve(HttpServletRequest request) {
    boolean open =
        policy
            .ruleFor(request.getMethod(), request.getRequestURI())
            .filter(rule -> rule.anonymous() && rule.roles().isEmpty())
            .isPresent();
    return open ? null : others.resolve(request);
  }
}
