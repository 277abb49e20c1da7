package io.emporium.inventory.stock;

import io.emporium.inventory.stock.Step.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The postings that an item remembers, to know a repetition. Whoever was cut off repeats within
/// the minute, so the young ones are kept however many there are, up to a limit that keeps the
/// document small, and of the old ones the newest.
record Postings(List<Posted> remembered) {

  /// One posting.
  record Posted(String id, Instant at) {}

  static final Postings NONE = new Postings(List.of());

  private static final int ENOUGH = 50;
  private static final int MOST = 500;
  private static final Duration YOUNG = Duration.ofMinutes(5);

  /// @return empty when it was posted before
  Optional<Step<Postings>> after(Movement.Posting posting, Instant now) {
    if (contains(posting.id())) {
      return Optional.empty();
    }
    Change change =
        new Change(posting.kind(), posting.delta(), posting.reference(), posting.reason());
    return Optional.of(Step.of(with(posting.id(), now), -posting.delta(), change));
  }

  boolean contains(String id) {
    return remembered.stream().anyMatch(posted -> posted.id().equals(id));
  }

  Postings with(String id, Instant now) {
    List<Posted> longer = new ArrayList<>(remembered);
    longer.add(new Posted(id, now));
    int forgotten = 0;
    while (longer.size() - forgotten > ENOUGH && mayForget(longer, forgotten, now)) {
      forgotten++;
    }
    return new Postings(List.copyOf(longer.subList(forgotten, longer.size())));
  }

  private static boolean mayForget(List<Posted> postings, int oldest, Instant now) {
    return postings.size() - oldest > MOST || postings.get(oldest).at().isBefore(now.minus(YOUNG));
  }
}
