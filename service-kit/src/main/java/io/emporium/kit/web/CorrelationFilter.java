package io.emporium.kit.web;

import io.emporium.kit.ids.Ids;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/// First of all filters: takes or makes the correlation id, answers with it and logs with it.
final class CorrelationFilter extends OncePerRequestFilter {

  private final Ids ids;

  CorrelationFilter(Ids ids) {
    this.ids = ids;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String id = Correlation.accept(request.getHeader(Correlation.HEADER)).orElseGet(ids::next);
    response.setHeader(Correlation.HEADER, id);
    MDC.put(Correlation.MDC_KEY, id);
    try {
      chain.doFilter(request, response);
    } finally {
      MDC.clear();
    }
  }
}
