package io.emporium.kit.problem;

import io.emporium.kit.ServiceName;
import io.emporium.kit.web.Correlation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/// Makes problem details, and writes them where no controller is involved.
public final class ProblemWriter {

  private final ServiceName service;
  private final JsonMapper mapper;

  public ProblemWriter(ServiceName service, JsonMapper mapper) {
    this.service = service;
    this.mapper = mapper;
  }

  public ProblemDetail problem(Refusal refusal) {
    ProblemDetail problem = problem(refusal.category().status(), refusal.code(), refusal.detail());
    if (!refusal.violations().isEmpty()) {
      problem.setProperty("errors", refusal.violations());
    }
    return problem;
  }

  public ProblemDetail invalid(List<Violation> violations) {
    ProblemDetail problem =
        problem(Category.INVALID.status(), "invalid_request", "The request is invalid");
    problem.setProperty("errors", violations);
    return problem;
  }

  public ProblemDetail problem(HttpStatusCode status, String code, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create("urn:problem:" + service.prefix() + ":" + code));
    problem.setProperty("code", code);
    problem.setProperty("correlationId", Correlation.currentId());
    return problem;
  }

  public void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
      throws IOException {
    if (refusal.retryAfterSeconds() != null) {
      response.setHeader(HttpHeaders.RETRY_AFTER, refusal.retryAfterSeconds().toString());
    }
    write(request, response, problem(refusal));
  }

  public void write(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpStatusCode status,
      String code,
      String detail)
      throws IOException {
    write(request, response, problem(status, code, detail));
  }

  private void write(
      HttpServletRequest request, HttpServletResponse response, ProblemDetail problem)
      throws IOException {
    problem.setInstance(URI.create(request.getRequestURI()));
    byte[] body = mapper.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8);
    response.setStatus(problem.getStatus());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
