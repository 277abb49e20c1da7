package io.emporium.kit.web;

import io.emporium.kit.context.Cause;
import io.emporium.kit.security.CallerAuthentication;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// After authentication: binds the [Cause], so that what the request writes names its author.
final class CauseFilter extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Cause cause =
        new Cause(
            Correlation.currentId(),
            actor(),
            null,
            Correlation.acceptTrace(request.getHeader("traceparent")).orElse(null));
    try {
      ScopedValue.where(Cause.CURRENT, cause)
          .call(
              () -> {
                chain.doFilter(request, response);
                return null;
              });
    } catch (ServletException | IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }

  private static String actor() {
    return SecurityContextHolder.getContext().getAuthentication()
            instanceof CallerAuthentication caller
        ? caller.getName()
        : "anonymous";
  }
}
