package io.emporium.kit.web;

import io.emporium.kit.problem.Category;
import io.emporium.kit.problem.ProblemWriter;
import io.emporium.kit.problem.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;

/// Has requests wait for their turn; signs of life need none.
final class TurnFilter extends OncePerRequestFilter {

  private static final int RETRY_AFTER_SECONDS = 2;

  private final Turns turns;
  private final Duration patience;
  private final ProblemWriter problems;

  TurnFilter(Turns turns, Duration patience, ProblemWriter problems) {
    this.turns = turns;
    this.patience = patience;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/health");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      boolean came =
          turns.work(
              patience,
              () -> {
                chain.doFilter(request, response);
                return null;
              });
      if (!came) {
        problems.write(request, response, overloaded());
      }
    } catch (ServletException | IOException | RuntimeException e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      problems.write(request, response, overloaded());
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }

  private static Refusal overloaded() {
    return new Refusal(
            Category.UNAVAILABLE,
            "overloaded",
            "Too many requests wait already and nothing was done; try again shortly")
        .retryAfterSeconds(RETRY_AFTER_SECONDS);
  }
}
