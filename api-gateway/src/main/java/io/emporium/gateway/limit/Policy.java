package io.emporium.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.emporium.gateway.problem.EdgeRefusal;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// One limit, the callers that it counts, and how it is told to them: the header fields and the
/// problem of draft-ietf-httpapi-ratelimit-headers.
final class Policy {

  private static final String POLICY = "RateLimit-Policy";
  private static final String LIMIT = "RateLimit";
  private static final String QUOTA_EXCEEDED =
      "https://iana.org/assignments/http-problem-types#quota-exceeded";

  private final String name;
  private final String stated;
  private final Bandwidth bandwidth;
  private final Cache<String, Bucket> buckets;

  Policy(String name, int requests, Duration window, int callers) {
    this.name = name;
    this.stated = "\"" + name + "\";q=" + requests + ";w=" + window.toSeconds();
    this.bandwidth = Bandwidth.builder().capacity(requests).refillGreedy(requests, window).build();
    // Who was silent for a window has a full bucket again, which is as good as none.
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(callers)
            .expireAfterAccess(window)
            .executor(Runnable::run)
            .build();
  }

  void count(String caller, HttpHeaders answer) {
    ConsumptionProbe probe = buckets.get(caller, _ -> fullBucket()).tryConsumeAndReturnRemaining(1);
    tell(answer, POLICY, stated);
    tell(
        answer,
        LIMIT,
        "\""
            + name
            + "\";r="
            + probe.getRemainingTokens()
            + ";t="
            + seconds(probe.getNanosToWaitForReset()));
    if (!probe.isConsumed()) {
      throw exceeded(Math.max(1, seconds(probe.getNanosToWaitForRefill())));
    }
  }

  // A request can fall under two policies: each is an item of the same list.
  private static void tell(HttpHeaders answer, String header, String item) {
    String before = answer.getFirst(header);
    answer.set(header, before == null ? item : before + ", " + item);
  }

  private EdgeRefusal exceeded(long retryAfter) {
    return new EdgeRefusal(
            HttpStatus.TOO_MANY_REQUESTS,
            "too_many_requests",
            "Too many requests: try again in " + retryAfter + " s")
        .type(QUOTA_EXCEEDED, "Request cannot be satisfied as assigned quota has been exceeded")
        .property("violated-policies", List.of(name))
        .header(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter));
  }

  private Bucket fullBucket() {
    return Bucket.builder().addLimit(bandwidth).build();
  }

  private static long seconds(long nanos) {
    return TimeUnit.NANOSECONDS.toSeconds(nanos + 999_999_999);
  }
}
