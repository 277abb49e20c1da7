package io.emporium.sales.checkout;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// The state of the saga, kept inside the order's document.
///
/// @param ending how the order died; null while it lives
/// @param reason why it died
/// @param attempts how often the step's command was sent
/// @param deadline when patience ends; null in a step that awaits nothing
/// @param nextActionAt when the sweeper must look again; null when there is nothing to do
/// @param stuck a person must look; a late answer still helps
/// @param refusals how often giving the money back was refused for good; null while never
public record Checkout(
    SagaStep step,
    @Nullable Ending ending,
    @Nullable String reason,
    int attempts,
    @Nullable Instant deadline,
    @Nullable Instant nextActionAt,
    boolean stuck,
    @Nullable Integer refusals) {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final int DOUBLINGS = 4;

  /// Before anything was asked of anybody.
  public static Checkout unborn() {
    return new Checkout(SagaStep.HOLDING_STOCK, null, null, 0, null, null, false, null);
  }

  public boolean dead() {
    return ending != null;
  }

  Checkout enter(SagaStep next, Deal deal, Instant now) {
    if (next.ended()) {
      return new Checkout(next, ending, reason, 0, null, null, false, refusals);
    }
    // Opening the payment and awaiting it share one window.
    Instant until =
        next == SagaStep.AWAITING_PAYMENT && deadline != null
            ? deadline
            : now.plus(next.patience(deal)).truncatedTo(ChronoUnit.MILLIS);
    Instant firstLook = wake(next, 1, until, now);
    return new Checkout(next, ending, reason, 1, until, firstLook, false, refusals);
  }

  Checkout dying(Ending how, String why) {
    return new Checkout(step, how, why, attempts, deadline, nextActionAt, stuck, refusals);
  }

  /// The command goes out once more.
  Checkout askedAgain(Instant now) {
    int asked = attempts + 1;
    Instant until = deadline == null ? now : deadline;
    Instant nextLook = wake(step, asked, until, now);
    return new Checkout(step, ending, reason, asked, deadline, nextLook, stuck, refusals);
  }

  Checkout asStuck() {
    return new Checkout(step, ending, reason, attempts, deadline, null, true, refusals);
  }

  /// Nothing is awaited any more: if a person wants another attempt, it is a new one.
  Checkout refused() {
    return new Checkout(step, ending, reason, attempts, null, null, true, timesRefused() + 1);
  }

  public int timesRefused() {
    return refusals == null ? 0 : refusals;
  }

  /// Stuck because the answer was no, not because there was none.
  public boolean stuckByRefusal() {
    return stuck && deadline == null;
  }

  boolean overdue(Instant now) {
    return deadline != null && !now.isBefore(deadline);
  }

  private static Instant wake(SagaStep step, int attempts, Instant until, Instant now) {
    if (step.ask() == Ask.NOTHING) {
      return until;
    }
    Instant retry = now.plus(waitAfter(attempts));
    return retry.isBefore(until) ? retry : until;
  }

  /// 2, 4, 8, 16 seconds, then every 30.
  static Duration waitAfter(int attempts) {
    return attempts > DOUBLINGS ? LONGEST_WAIT : Duration.ofSeconds(1L << Math.max(attempts, 1));
  }
}
