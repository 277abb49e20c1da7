package io.emporium.auth.throttle;

import io.emporium.events.user.AccountThrottled;
import io.emporium.events.user.LoginFailed;
import io.emporium.kit.store.AggregateRoot;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.TenantOwned;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// Failures of one source: an address on one account, or an address alone. An account by itself is
/// never counted, or any stranger could lock its owner out.
@Document("failed_attempts")
@TypeAlias("failed-attempts")
@TenantOwned
public final class FailedAttempts extends AggregateRoot {

  private int failures;
  private Instant lastFailureAt;

  @PersistenceCreator
  @SuppressWarnings("NullAway.Init") // the store fills the fields
  private FailedAttempts() {}

  private FailedAttempts(String id) {
    super(id, null);
    this.lastFailureAt = Instant.EPOCH;
  }

  /// One more failure.
  ///
  /// @param userId null where the account is unknown
  record Failure(@Nullable String userId, String address, Instant at) {}

  /// How many are borne, and for how long they count.
  record Limit(int failures, Duration window) {}

  static FailedAttempts none(String id) {
    return new FailedAttempts(id);
  }

  Outcome add(Failure failure, Limit limit) {
    count(failure, limit);
    record(new LoginFailed(failure.userId(), failure.address(), "bad_credentials"));
    if (failures == limit.failures() && failure.userId() != null) {
      record(
          new AccountThrottled(
              failure.userId(), failure.address(), failure.at().plus(limit.window())));
    }
    return Outcome.APPLIED;
  }

  /// As [#add], where another counter announces the failure.
  Outcome count(Failure failure, Limit limit) {
    failures = isOver(failure.at(), limit) ? 1 : failures + 1;
    lastFailureAt = failure.at();
    return Outcome.APPLIED;
  }

  Outcome forgive() {
    if (failures == 0) {
      return Outcome.ALREADY;
    }
    failures = 0;
    return Outcome.APPLIED;
  }

  /// How long the source still has to wait; zero when it may try.
  Duration waitAt(Instant now, Limit limit) {
    if (failures < limit.failures() || isOver(now, limit)) {
      return Duration.ZERO;
    }
    return Duration.between(now, lastFailureAt.plus(limit.window()));
  }

  private boolean isOver(Instant now, Limit limit) {
    return !now.isBefore(lastFailureAt.plus(limit.window()));
  }
}
