package io.emporium.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.emporium.gateway.problem.EdgeRefusal;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Token buckets in the memory of this instance: several instances allow several times as much.
@Component
public class RateLimits {

  private static final String POLICY = "RateLimit-Policy";
  private static final String LIMIT = "RateLimit";

  private final Policy general;
  private final Policy signIn;

  RateLimits(LimitProperties properties) {
    this.general =
        new Policy(
            "general",
            properties.general().requests(),
            properties.general().window(),
            properties.callers());
    this.signIn =
        new Policy(
            "sign-in",
            properties.signIn().requests(),
            properties.signIn().window(),
            properties.callers());
  }

  /// @throws EdgeRefusal too many requests
  public void count(String caller, HttpHeaders answer) {
    general.count(caller, answer);
  }

  /// @throws EdgeRefusal too many requests
  public void countSignIn(String address, HttpHeaders answer) {
    signIn.count(address, answer);
  }

  /// One limit and the callers that it counts.
  private static final class Policy {

    private final String quoted;
    private final String stated;
    private final int requests;
    private final Duration window;
    private final Cache<String, Bucket> buckets;

    Policy(String name, int requests, Duration window, int callers) {
      this.quoted = "\"" + name + "\"";
      this.requests = requests;
      this.window = window;
      this.stated = quoted + ";q=" + requests + ";w=" + window.toSeconds();
      // Who was silent for a window has a full bucket again, which is as good as none.
      this.buckets = Caffeine.newBuilder().maximumSize(callers).expireAfterAccess(window).build();
    }

    void count(String caller, HttpHeaders answer) {
      ConsumptionProbe probe =
          buckets.get(caller, _ -> fullBucket()).tryConsumeAndReturnRemaining(1);
      answer.set(POLICY, stated);
      answer.set(
          LIMIT,
          quoted
              + ";r="
              + probe.getRemainingTokens()
              + ";t="
              + seconds(probe.getNanosToWaitForReset()));
      if (!probe.isConsumed()) {
        throw new EdgeRefusal(
            HttpStatus.TOO_MANY_REQUESTS,
            "too_many_requests",
            "Too many requests: slow down",
            Map.of(
                HttpHeaders.RETRY_AFTER,
                Long.toString(Math.max(1, seconds(probe.getNanosToWaitForRefill())))));
      }
    }

    private Bucket fullBucket() {
      return Bucket.builder()
          .addLimit(limit -> limit.capacity(requests).refillGreedy(requests, window))
          .build();
    }

    private static long seconds(long nanos) {
      return TimeUnit.NANOSECONDS.toSeconds(nanos + 999_999_999);
    }
  }
}
