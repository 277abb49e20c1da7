package io.emporium.auth.throttle;

import io.emporium.auth.throttle.Budget.Taken;
import io.emporium.kit.problem.Category;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.SharedStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Counts attempts within a sliding window. An attempt is counted before it is made, by one
/// conditional write: however many come at once, no more than the limit get through.
@Component
class Budgets {

  private static final Duration KEPT = Duration.ofDays(1);
  // A crowd of right ones takes and frees all the time: between two looks it is another picture.
  private static final int TRIES = 30;

  /// How many within which time.
  record Limit(int most, Duration window) {}

  /// Nothing is left.
  ///
  /// @param left until the oldest counts no more
  /// @param by whose attempts have taken it all
  record Spent(Duration left, Set<String> by) {}

  private final SharedStore<Budget> store;
  private final Clock clock;

  Budgets(SharedStore<Budget> store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /// Takes one.
  ///
  /// @param by id under which it can be given back
  /// @return empty when it was taken
  Optional<Spent> take(String key, Limit limit, String by) {
    for (int n = 0; n < TRIES; n++) {
      Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      Instant cutoff = now.minus(limit.window());
      if (takeExisting(key, limit, by, now)) {
        return Optional.empty();
      }
      Optional<Budget> existing = store.find(key);
      if (existing.isEmpty()) {
        if (store.insert(new Budget(key, List.of(new Taken(by, now)), now))) {
          return Optional.empty();
        }
      } else if (isSpent(existing.get(), limit, cutoff)) {
        List<Taken> taken = existing.get().taken();
        return Optional.of(
            new Spent(
                Duration.between(cutoff, taken.getFirst().at()),
                taken.stream().map(Taken::by).collect(Collectors.toSet())));
      }
      // Somebody else made or freed it in between.
    }
    throw new Refusal(Category.UNAVAILABLE, "busy", "Too many try at once; try again")
        .retryAfterSeconds(1);
  }

  // There is room when there are fewer than the limit, or when the oldest of as many is too old to
  // count.
  private boolean takeExisting(String key, Limit limit, String by, Instant now) {
    Document fewer = new Document("taken." + (limit.most() - 1), new Document("$exists", false));
    Document old = new Document("taken.0.at", new Document("$lte", now.minus(limit.window())));
    Document room = new Document("_id", key).append("$or", List.of(fewer, old));
    Document one = new Document("by", by).append("at", now);
    Document push =
        new Document("taken", new Document("$each", List.of(one)).append("$slice", -limit.most()));
    Document update = new Document("$push", push).append("$set", new Document("lastAt", now));
    return store.update(room, update) > 0;
  }

  private static boolean isSpent(Budget budget, Limit limit, Instant cutoff) {
    return budget.taken().size() >= limit.most() && budget.taken().getFirst().at().isAfter(cutoff);
  }

  boolean isSpent(String key, Limit limit) {
    Instant cutoff = clock.instant().minus(limit.window());
    return store.find(key).filter(budget -> isSpent(budget, limit, cutoff)).isPresent();
  }

  void giveBack(String key, String by) {
    Document pull = new Document("$pull", new Document("taken", new Document("by", by)));
    var _ = store.update(new Document("_id", key), pull);
  }

  void forget(String key) {
    var _ = store.delete(new Document("_id", key));
  }

  @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
  void forgetOld() {
    Instant old = clock.instant().minus(KEPT);
    var _ = store.delete(new Document("lastAt", new Document("$lt", old)));
  }
}
