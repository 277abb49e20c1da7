package io.emporium.auth.throttle;

import io.emporium.auth.throttle.FailedAttempts.Failure;
import io.emporium.auth.throttle.FailedAttempts.Limit;
import io.emporium.kit.problem.Category;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.Scope;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Slows guessing down. Counts failures only, so a crowd behind one address signs in unhindered.
@Component
public class Throttle {

  /// Who tries what from where; the e-mail address need not belong to anybody.
  public record Attempt(String email, String address) {

    String accountKey() {
      return sha256(address + "|" + email.strip().toLowerCase(Locale.ROOT));
    }

    String addressKey() {
      return sha256(address);
    }
  }

  private final AggregateStore<FailedAttempts> store;
  private final Clock clock;
  private final Limit perAccount;
  private final Limit perAddress;

  Throttle(AggregateStore<FailedAttempts> store, ThrottleProperties properties, Clock clock) {
    this.store = store;
    this.clock = clock;
    this.perAccount = new Limit(properties.perAccount(), properties.window());
    this.perAddress = new Limit(properties.perAddress(), properties.window());
  }

  /// @throws Refusal throttled, when this source has failed too often
  public void requirePatience(Attempt attempt) {
    Duration wait = wait(attempt.accountKey(), perAccount);
    if (wait.isZero()) {
      wait = wait(attempt.addressKey(), perAddress);
    }
    if (!wait.isZero()) {
      throw new Refusal(
              Category.THROTTLED, "too_many_attempts", "Too many failed attempts; try again later")
          .retryAfterSeconds(wait.toSeconds() + 1);
    }
  }

  public void failed(Attempt attempt, @Nullable String userId) {
    Failure failure = new Failure(userId, attempt.address(), clock.instant());
    change(attempt.accountKey(), attempts -> attempts.add(failure, perAccount));
    change(attempt.addressKey(), attempts -> attempts.count(failure, perAddress));
  }

  /// Forgets the failures on this account from this address. Those of the address stay: a thief's
  /// own account must not wash his guesses away.
  public void succeeded(Attempt attempt) {
    if (store.find(Scope.platform(), attempt.accountKey()).isPresent()) {
      change(attempt.accountKey(), FailedAttempts::forgive);
    }
  }

  private Duration wait(String key, Limit limit) {
    return store
        .find(Scope.platform(), key)
        .map(attempts -> attempts.waitAt(clock.instant(), limit))
        .orElse(Duration.ZERO);
  }

  private void change(String key, Function<FailedAttempts, Outcome> command) {
    if (store.find(Scope.platform(), key).isEmpty()) {
      FailedAttempts first = FailedAttempts.none(key);
      var _ = command.apply(first);
      if (store.create(first)) {
        return;
      }
    }
    var _ = store.change(Scope.platform(), key, command);
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
