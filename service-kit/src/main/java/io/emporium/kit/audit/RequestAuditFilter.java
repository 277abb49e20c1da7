package io.emporium.kit.audit;

import io.emporium.events.audit.RequestAudited;
import io.emporium.kit.ServiceName;
import io.emporium.kit.context.Cause;
import io.emporium.kit.security.AuditedCaller;
import io.emporium.kit.security.Caller;
import io.emporium.kit.web.Correlation;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// Audits every request that may have changed something and every one that was denied.
final class RequestAuditFilter extends OncePerRequestFilter {

  private static final Logger log = LoggerFactory.getLogger(RequestAuditFilter.class);
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<Integer> DENIED = Set.of(401, 403, 429);

  private final AuditTrail trail;
  private final ServiceName service;
  private final Clock clock;

  RequestAuditFilter(AuditTrail trail, ServiceName service, Clock clock) {
    this.trail = trail;
    this.service = service;
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (READING.contains(request.getMethod())) {
      chain.doFilter(request, response);
      if (DENIED.contains(response.getStatus())) {
        leave(request, response.getStatus());
      }
      return;
    }
    // The answer waits until the entry is durable: who was told that something changed finds it in
    // the trail.
    ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
    int status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    try {
      chain.doFilter(request, held);
      status = held.getStatus();
    } finally {
      leave(request, status);
    }
    held.copyBodyToResponse();
  }

  // What was done is done: an audit that cannot be written must not turn the answer into another.
  private void leave(HttpServletRequest request, int status) {
    Caller caller = AuditedCaller.of(request);
    Cause cause =
        new Cause(
            Correlation.currentId(), caller == null ? "anonymous" : caller.userId(), null, null);
    try {
      ScopedValue.where(Cause.CURRENT, cause)
          .run(() -> trail.leave(audited(request, status, caller), companyOf(caller)));
    } catch (RuntimeException e) {
      log.error("could not audit {} {}", request.getMethod(), request.getRequestURI(), e);
    }
  }

  private RequestAudited audited(HttpServletRequest request, int status, @Nullable Caller caller) {
    return new RequestAudited(
        service.value(),
        AuditedCaller.operation(request),
        request.getRequestURI(),
        caller == null ? null : caller.userId(),
        caller == null ? null : caller.role().wireName(),
        status,
        result(status),
        request.getRemoteAddr(),
        clock.instant());
  }

  private static String result(int status) {
    if (DENIED.contains(status)) {
      return "denied";
    }
    if (status >= 500) {
      return "failed";
    }
    return status >= 400 ? "refused" : "allowed";
  }

  private static @Nullable String companyOf(@Nullable Caller caller) {
    return caller == null ? null : caller.companyId();
  }
}
