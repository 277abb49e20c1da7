package io.emporium.kit.web;

import io.emporium.kit.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// Reads the body once, up to a limit, so that it can be fingerprinted and parsed, and refuses what
/// is larger before anything is parsed.
final class BodyLimitFilter extends OncePerRequestFilter {

  private final long limit;
  private final ProblemWriter problems;

  BodyLimitFilter(long limit, ProblemWriter problems) {
    this.limit = limit;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > limit) {
      refuse(request, response);
      return;
    }
    if (!hasBody(request)) {
      chain.doFilter(request, response);
      return;
    }
    byte[] body = read(request);
    if (body.length > limit) {
      refuse(request, response);
    } else {
      chain.doFilter(new BufferedRequest(request, body), response);
    }
  }

  private byte[] read(HttpServletRequest request) throws IOException {
    InputStream input = request.getInputStream();
    int most = Math.toIntExact(limit) + 1;
    long announced = request.getContentLengthLong();
    return announced > 0 && input.available() >= announced
        ? input.readNBytes(most)
        // The rest is still on its way, and its sender may be slow.
        : Turns.aside(() -> input.readNBytes(most));
  }

  private static boolean hasBody(HttpServletRequest request) {
    return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
    problems.write(
        request,
        response,
        HttpStatus.CONTENT_TOO_LARGE,
        "body_too_large",
        "The body may have at most " + limit + " bytes");
  }
}
