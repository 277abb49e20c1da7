package io.emporium.kit.web;

import io.emporium.kit.problem.ProblemWriter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.slf4j.MDC;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// What escapes a filter is answered like what escapes a controller, and what the server itself
/// refuses meanwhile, such as a chunk that is none, as a problem too. Left alone, both would be
/// dispatched again, to a path that no policy knows: a database that is away would be answered as
/// "no such operation".
final class FailureFilter extends OncePerRequestFilter {

  private final HandlerExceptionResolver advice;
  private final ProblemWriter problems;

  FailureFilter(HandlerExceptionResolver advice, ProblemWriter problems) {
    this.advice = advice;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getDispatcherType() == DispatcherType.ERROR) {
      tell(request, response);
      return;
    }
    try {
      chain.doFilter(request, response);
    } catch (ServletException e) {
      answer(request, response, e.getRootCause() instanceof Exception cause ? cause : e);
    } catch (RuntimeException e) {
      answer(request, response, e);
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, Exception failure)
      throws ServletException {
    if (response.isCommitted()
        || advice.resolveException(request, response, null, failure) == null) {
      throw new ServletException(failure);
    }
  }

  private void tell(HttpServletRequest request, HttpServletResponse response) throws IOException {
    HttpStatus status = statusOf(request);
    String code =
        status == HttpStatus.BAD_REQUEST
            ? "malformed_request"
            : status.name().toLowerCase(Locale.ROOT);
    String detail =
        status.is5xxServerError()
            ? "Something went wrong on our side"
            : "The request could not be read to its end";
    try (var _ = MDC.putCloseable(Correlation.MDC_KEY, response.getHeader(Correlation.HEADER))) {
      problems.write(new Original(request), response, status, code, detail);
    }
  }

  private static HttpStatus statusOf(HttpServletRequest request) {
    HttpStatus status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? HttpStatus.resolve(code)
            : null;
    return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
  }

  /// The request as it was before it was dispatched again.
  private static final class Original extends HttpServletRequestWrapper {

    Original(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getRequestURI() {
      return getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String original
          ? original
          : super.getRequestURI();
    }
  }
}
