package io.emporium.kit.security;

import io.emporium.kit.security.AuthorizationPolicy.Rule;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;

/// Who called and what, kept on the request for the audit, which runs after the security context is
/// gone.
public final class AuditedCaller {

  private static final String ATTRIBUTE = AuditedCaller.class.getName();

  private AuditedCaller() {}

  static void remember(HttpServletRequest request) {
    if (SecurityContextHolder.getContext().getAuthentication()
        instanceof CallerAuthentication caller) {
      request.setAttribute(ATTRIBUTE, caller.getPrincipal());
    }
  }

  public static @Nullable Caller of(HttpServletRequest request) {
    return (Caller) request.getAttribute(ATTRIBUTE);
  }

  /// Method and path template, `POST /api/orders/{id}/cancel`; the method alone for what matched
  /// nothing.
  public static String operation(HttpServletRequest request) {
    return request.getAttribute(PolicyAuthorization.RULE) instanceof Rule rule
        ? rule.operation()
        : request.getMethod() + " (unknown)";
  }
}
