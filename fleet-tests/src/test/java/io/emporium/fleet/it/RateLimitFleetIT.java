package io.emporium.fleet.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.fleet.wall.Crowd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A burst of sign-ins through the gateway, each pretending to come from somewhere else.
class RateLimitFleetIT {

  private static final Pattern POLICY = Pattern.compile("q=(\\d+);w=(\\d+)");
  private static final int BEYOND = 150;
  private static final double TOLERANCE = 0.05;

  private final TestFleet fleet = new TestFleet();

  // From another address of this machine: everybody else's share is left alone.
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .localAddress(InetAddress.ofLiteral("127.0.0.2"))
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  @Test
  void theLimitHoldsWhateverAddressIsClaimed() {
    MatchResult policy = strictest(header(refresh(), "RateLimit-Policy"));
    int quota = Integer.parseInt(policy.group(1));
    int window = Integer.parseInt(policy.group(2));
    long start = System.nanoTime();
    List<HttpResponse<String>> answers = new CopyOnWriteArrayList<>();

    Crowd.run(8, Collections.nCopies(quota + BEYOND, () -> answers.add(refresh())));

    double seconds = (System.nanoTime() - start) / 1e9;
    List<HttpResponse<String>> refused =
        answers.stream().filter(answer -> answer.statusCode() == 429).toList();
    long allowed = answers.size() - refused.size() + 1L;
    double most = quota * (1 + seconds / window);
    System.out.printf(
        "rate limit: %d of %d allowed in %.1f s, at most %.0f should be%n",
        allowed, answers.size(), seconds, most);
    assertThat(allowed)
        .isBetween((long) (quota * (1 - TOLERANCE)), (long) (most * (1 + TOLERANCE)));
    assertThat(refused).allSatisfy(RateLimitFleetIT::saysWhenToComeBack);
  }

  private static MatchResult strictest(String policies) {
    return POLICY
        .matcher(policies)
        .results()
        .min(Comparator.comparingInt(policy -> Integer.parseInt(policy.group(1))))
        .orElseThrow(() -> new IllegalStateException("no limit is told in '" + policies + "'"));
  }

  private static void saysWhenToComeBack(HttpResponse<String> refused) {
    assertThat(header(refused, "Retry-After")).matches("[1-9]\\d*");
    assertThat(header(refused, "RateLimit")).contains("r=0");
    assertThat(header(refused, "Content-Type")).startsWith("application/problem+json");
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private HttpResponse<String> refresh() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    String claimed = "203.0.113.%d".formatted(random.nextInt(256));
    HttpRequest request =
        HttpRequest.newBuilder(fleet.gateway().base().resolve("/api/auth/refresh"))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .header("X-Forwarded-For", claimed)
            .header("Forwarded", "for=" + claimed)
            .header("X-Real-IP", claimed)
            .POST(HttpRequest.BodyPublishers.ofString("{\"refreshToken\":\"none\"}"))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
