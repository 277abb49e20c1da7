package io.emporium.kit.security;

import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import io.emporium.kit.problem.Category;
import io.emporium.kit.problem.ProblemWriter;
import io.emporium.kit.problem.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/// 401, 403, and for operations that do not exist 404 and 405, as problem details.
final class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

  private static final int RETRY_AFTER = 2;

  private final AuthorizationPolicy policy;
  private final ProblemWriter problems;

  SecurityProblems(AuthorizationPolicy policy, ProblemWriter problems) {
    this.policy = policy;
    this.problems = problems;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    if (cannotBeTold(failure)) {
      problems.write(
          request,
          response,
          new Refusal(
                  Category.UNAVAILABLE,
                  "identity_unavailable",
                  "Tokens cannot be checked at the moment; try again")
              .retryAfterSeconds(RETRY_AFTER));
      return;
    }
    // The reason stays vague: a forger learns nothing from it.
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    problems.write(
        request,
        response,
        new Refusal(
            Category.UNAUTHENTICATED,
            "unauthenticated",
            "A valid access token is needed: sign in and send it as 'Authorization: Bearer …'"));
  }

  // Without keys or revocations a good token cannot be told from a bad one. A key that nobody has
  // heard of is a bad one all the same, though asking for it again and again is held back.
  private static boolean cannotBeTold(AuthenticationException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof RateLimitReachedException) {
        return false;
      }
    }
    return failure instanceof AuthenticationServiceException;
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
      throws IOException {
    List<String> methods = policy.methodsOf(request.getRequestURI());
    if (methods.isEmpty()) {
      problems.write(
          request,
          response,
          new Refusal(Category.NOT_FOUND, "no_such_operation", "There is nothing at this path"));
    } else if (!methods.contains(request.getMethod())) {
      response.setHeader(HttpHeaders.ALLOW, String.join(", ", methods));
      problems.write(
          request,
          response,
          HttpStatus.METHOD_NOT_ALLOWED,
          "method_not_allowed",
          "This path takes " + String.join(", ", methods));
    } else {
      problems.write(
          request, response, Refusal.forbidden("forbidden", "Your role does not allow this"));
    }
  }
}
