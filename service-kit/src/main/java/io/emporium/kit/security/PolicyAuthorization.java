package io.emporium.kit.security;

import io.emporium.kit.security.AuthorizationPolicy.Rule;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/// Decides by the policy file alone.
final class PolicyAuthorization implements AuthorizationManager<RequestAuthorizationContext> {

  /// Request attribute with the row that applied, for the audit.
  static final String RULE = PolicyAuthorization.class.getName() + ".rule";

  private static final AuthorizationDecision GRANTED = new AuthorizationDecision(true);
  private static final AuthorizationDecision DENIED = new AuthorizationDecision(false);

  private final AuthorizationPolicy policy;

  PolicyAuthorization(AuthorizationPolicy policy) {
    this.policy = policy;
  }

  @Override
  public AuthorizationDecision authorize(
      Supplier<? extends @Nullable Authentication> authentication,
      RequestAuthorizationContext context) {
    HttpServletRequest request = context.getRequest();
    Optional<Rule> rule = policy.ruleFor(request.getMethod(), request.getRequestURI());
    if (rule.isEmpty()) {
      return DENIED;
    }
    request.setAttribute(RULE, rule.get());
    AuditedCaller.remember(request);
    if (rule.get().anonymous()) {
      return GRANTED;
    }
    return authentication.get() instanceof CallerAuthentication caller
            && rule.get().roles().contains(caller.getPrincipal().role())
        ? GRANTED
        : DENIED;
  }
}
