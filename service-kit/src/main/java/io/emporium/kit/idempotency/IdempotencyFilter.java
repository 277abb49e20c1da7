package io.emporium.kit.idempotency;

import io.emporium.kit.idempotency.IdempotencyRecords.Answer;
import io.emporium.kit.idempotency.IdempotencyRecords.Claim;
import io.emporium.kit.problem.Category;
import io.emporium.kit.problem.ProblemWriter;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.CallerAuthentication;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// Honours `Idempotency-Key` on POST: same caller, operation, key and body get the stored answer;
/// another body is refused with 422; while the first still runs, 409.
public final class IdempotencyFilter extends OncePerRequestFilter {

  public static final String HEADER = "Idempotency-Key";

  private static final Logger log = LoggerFactory.getLogger(IdempotencyFilter.class);
  private static final Pattern ACCEPTABLE = Pattern.compile("[\\x21-\\x7e]{1,255}");

  private final IdempotencyRecords records;
  private final ProblemWriter problems;

  public IdempotencyFilter(IdempotencyRecords records, ProblemWriter problems) {
    this.records = records;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("POST") || request.getHeader(HEADER) == null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!(SecurityContextHolder.getContext().getAuthentication()
        instanceof CallerAuthentication caller)) {
      chain.doFilter(request, response);
      return;
    }
    String key = request.getHeader(HEADER);
    if (!ACCEPTABLE.matcher(key).matches()) {
      problems.write(
          request, response, Refusal.invalid(HEADER, "must be 1 to 255 visible ASCII characters"));
      return;
    }
    String id = recordId(caller.getName(), request, key);
    switch (records.claim(id, fingerprint(request))) {
      case Claim.Go(var firstSeen) ->
          carryOut(new IdempotentRequest(id, firstSeen), request, response, chain);
      case Claim.Replay(var answer) -> replay(answer, response);
      case Claim.OtherRequest() ->
          problems.write(
              request,
              response,
              Refusal.rule(
                  "idempotency_key_reused", "This key was used for a request with another body"));
      case Claim.InProgress() ->
          problems.write(
              request,
              response,
              new Refusal(
                      Category.CONFLICT,
                      "request_in_progress",
                      "The first request with this key is still running")
                  .retryAfterSeconds(1));
    }
  }

  private void carryOut(
      IdempotentRequest keyed,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper buffered = new ContentCachingResponseWrapper(response);
    boolean answered = false;
    boolean failed = true;
    try {
      ScopedValue.where(IdempotentRequest.CURRENT, keyed)
          .call(
              () -> {
                chain.doFilter(request, buffered);
                return null;
              });
      answered = buffered.getStatus() < 300 && !isSecret(buffered);
      failed = buffered.getStatus() >= 500;
    } catch (ServletException | IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    } finally {
      remember(keyed.recordId(), buffered, answered, failed);
      buffered.copyBodyToResponse();
    }
  }

  // What was done is done: whoever repeats a request whose answer could not be stored goes on with
  // the same ids, once the lease is over.
  private void remember(
      String id, ContentCachingResponseWrapper response, boolean answered, boolean failed) {
    try {
      if (answered) {
        records.complete(id, answerOf(response));
      } else if (failed) {
        records.release(id);
      } else {
        records.forget(id);
      }
    } catch (RuntimeException e) {
      log.warn("the answer to a keyed request could not be stored", e);
    }
  }

  // What must not be stored by others, such as fresh tokens, is not stored by us.
  private static boolean isSecret(ContentCachingResponseWrapper response) {
    String caching = response.getHeader(HttpHeaders.CACHE_CONTROL);
    return caching != null && caching.contains("no-store");
  }

  private static Answer answerOf(ContentCachingResponseWrapper response) {
    return new Answer(
        response.getStatus(),
        response.getContentType(),
        response.getHeader(HttpHeaders.LOCATION),
        response.getContentAsByteArray());
  }

  private static void replay(Answer answer, HttpServletResponse response) throws IOException {
    response.setStatus(answer.status());
    if (answer.contentType() != null) {
      response.setContentType(answer.contentType());
    }
    if (answer.location() != null) {
      response.setHeader(HttpHeaders.LOCATION, answer.location());
    }
    response.setHeader("Idempotent-Replayed", "true");
    response.getOutputStream().write(answer.body());
  }

  private static String recordId(String userId, HttpServletRequest request, String key) {
    return hex(bytes(userId), bytes(request.getRequestURI()), bytes(key));
  }

  private static String fingerprint(HttpServletRequest request) throws IOException {
    return hex(request.getInputStream().readAllBytes(), bytes(query(request)));
  }

  private static String query(HttpServletRequest request) {
    return request.getQueryString() == null ? "" : request.getQueryString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String hex(byte[]... parts) {
    return HexFormat.of().formatHex(Sha256.of(parts));
  }
}
