package io.emporium.fleet.chaos;

import io.emporium.fleet.client.Answer;
import io.emporium.fleet.client.Api;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/// A person who tries again with the same idempotency key until the platform answers, and signs in
/// again when a session is over, as a good client does.
final class PersistentClient {

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final int UNAUTHORIZED = 401;
  private static final int CONFLICT = 409;
  private static final int TOO_MANY = 429;

  /// Refusals that no repetition changes; the other conflicts are over in a moment.
  private static final Set<String> FINAL =
      Set.of(
          "order_not_payable",
          "order_not_cancellable",
          "order_already_shipped",
          "too_many_attempts");

  private final Api anyone;
  private final String email;
  private final String password;
  private volatile Api signedIn;

  PersistentClient(Api anyone, String email, String password) {
    this.anyone = anyone;
    this.email = email;
    this.password = password;
    this.signedIn = anyone;
  }

  Answer get(String path) {
    return persist(api -> api.get(path));
  }

  Answer post(String path, Object body) {
    String key = UUID.randomUUID().toString();
    return persist(api -> api.post(path, body, "Idempotency-Key", key));
  }

  /// @return the last answer, also when patience was over before one that counts
  private Answer persist(Function<Api, Answer> attempt) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Answer answer = orNothing(attempt, signedIn);
      if (System.nanoTime() > deadline || !isForNow(answer)) {
        return answer;
      }
      if (answer.status() == UNAUTHORIZED) {
        signIn();
      }
      pause();
    }
  }

  private static boolean isForNow(Answer answer) {
    return switch (answer.status()) {
      case 0, UNAUTHORIZED, TOO_MANY -> true;
      case CONFLICT -> !FINAL.contains(answer.json().path("code").asString(""));
      default -> answer.status() >= 500;
    };
  }

  private void signIn() {
    Answer answer =
        orNothing(
            api -> api.post("/api/auth/login", Map.of("email", email, "password", password)),
            anyone);
    if (answer.status() == 200) {
      signedIn = anyone.as(answer.text("/accessToken"));
    }
  }

  private static Answer orNothing(Function<Api, Answer> attempt, Api api) {
    try {
      return attempt.apply(api);
    } catch (UncheckedIOException e) {
      return new Answer("request", 0, String.valueOf(e.getMessage()), "none");
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
